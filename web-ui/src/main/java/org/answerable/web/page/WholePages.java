package org.answerable.web.page;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Sends the page that {@link JteViewEngine} has rendered, in large pieces. */
@Provider
public class WholePages implements WriterInterceptor {

    /** Request attribute with the rendered page. */
    static final String PAGE = WholePages.class.getName() + ".page";

    @Context private HttpServletRequest request;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        context.proceed();
        if (request.getAttribute(PAGE) instanceof Utf8ByteOutput page) {
            request.removeAttribute(PAGE);
            page.writeTo(context.getOutputStream());
        }
    }
}
