package org.answerable.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import java.io.IOException;
import java.util.Map;

/** Lets a controller name a JTE template as its view. */
@ApplicationScoped
public class JteViewEngine implements ViewEngine {

    @Inject private Templates templates;

    @Override
    public boolean supports(String view) {
        return view.endsWith(".jte");
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        Map<String, Object> models = context.getModels().asMap();
        try {
            templates.render(context.getView(), models).writeTo(context.getOutputStream());
        } catch (IOException e) {
            throw new ViewEngineException(e);
        }
    }
}
