package org.answerable.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * Lets a controller name a JTE template as its view. The page is handed to {@link WholePages}: the stream that is given
 * here takes bytes one by one only, through every layer of the server.
 */
@ApplicationScoped
public class JteViewEngine implements ViewEngine {

    @Inject private Templates templates;

    @Override
    public boolean supports(String view) {
        return view.endsWith(".jte");
    }

    @Override
    public void processView(ViewEngineContext context) {
        Map<String, Object> models = context.getModels().asMap();
        context.getRequest(HttpServletRequest.class)
                .setAttribute(WholePages.PAGE, templates.render(context.getView(), models));
    }
}
