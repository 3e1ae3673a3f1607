package dev.innkeeper.customer.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The address of the page of figures, whose files lie among the static resources. */
@Configuration(proxyBeanMethods = false)
class CustomerFiguresPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/figures/customers")
                .setViewName("forward:/figures/customers.html");
    }
}
