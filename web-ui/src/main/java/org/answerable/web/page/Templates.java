package org.answerable.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Renders the precompiled templates; each gets the {@link Layout} beside its own parameters. */
@ApplicationScoped
public class Templates {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Templates.class.getClassLoader());

    @Inject private Layout layout;

    public Utf8ByteOutput render(String template, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("layout", layout);
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, all, output);
        return output;
    }
}
