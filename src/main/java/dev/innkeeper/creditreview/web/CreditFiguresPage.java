package dev.innkeeper.creditreview.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The address of the page of figures, whose files lie among the static resources. */
@Configuration(proxyBeanMethods = false)
class CreditFiguresPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/figures/credit").setViewName("forward:/figures/credit.html");
    }
}
