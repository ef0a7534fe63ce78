package org.gongkai.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** 模板引擎与视图：视图名就是模板路径，例如 {@code catalogue/version}。 View names are template paths without the ending. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteProperties.class)
class JteViews {

    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    /** Under this name it stands in for the resolver that weighs all views by media type: a name has one view here. */
    @Bean("viewResolver")
    ViewResolver jteViewResolver(TemplateEngine engine, Pages pages) {
        return new Resolver(engine, pages);
    }

    private record Resolver(TemplateEngine engine, Pages pages) implements ViewResolver, Ordered {

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return name.startsWith("redirect:") || name.startsWith("forward:")
                    ? null
                    : new JteView(engine, pages, name + ".jte");
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 20;
        }
    }

    private record JteView(TemplateEngine engine, Pages pages, String template) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, Object> all = new HashMap<>();
            if (model != null) {
                all.putAll(model);
            }
            all.put("page", pages.of(request));
            var output = new Utf8ByteOutput();
            engine.render(template, all, output);
            if (response.getContentType() == null) {
                response.setContentType(getContentType());
            }
            byte[] html = output.toByteArray(); // in one piece: every wrapper of the response looks at each write
            response.setContentLength(html.length);
            response.getOutputStream().write(html);
        }
    }
}
