package dev.innkeeper.change.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The addresses of the pages of changes, whose files lie among the static resources. */
@Configuration(proxyBeanMethods = false)
class ChangePages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        page(registry, "/changes", "index");
        page(registry, "/changes/drafts/{id:\\d+}", "draft");
        page(registry, "/changes/releases/{number:\\d+}", "release");
        page(registry, "/changes/running-cases", "running-cases");
        page(registry, "/changes/log", "log");
    }

    private static void page(ViewControllerRegistry registry, String path, String file) {
        registry.addViewController(path).setViewName("forward:/changes/" + file + ".html");
    }
}
