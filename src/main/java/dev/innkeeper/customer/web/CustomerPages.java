package dev.innkeeper.customer.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The addresses of the pages of customers, whose files lie among the static resources. */
@Configuration(proxyBeanMethods = false)
class CustomerPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/customers").setViewName("forward:/customers/index.html");
        registry.addViewController("/customers/{id:CUS-\\d+}")
                .setViewName("forward:/customers/customer.html");
    }
}
