package org.answerable.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the server refuses before a resource is reached, such as a path into the application's own
 * files. Its own page would name itself and its version.
 */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject private transient ProblemResponses problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer given ? given : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(code);
        Problem problem = Problem.of(code);
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (ProblemResponses.forProgram(String.valueOf(asked))) {
            response.setContentType(ProblemResponses.PROBLEM_JSON);
            response.getOutputStream().write(ProblemResponses.text(problem));
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(problems.page(problem));
        }
    }
}
