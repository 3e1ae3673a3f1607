package dev.innkeeper;

import dev.innkeeper.database.DatabaseProperties;
import dev.innkeeper.demo.DemoMode;
import dev.innkeeper.security.DemoUsers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says, as the last words of the start, where to go. */
@Component
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final DemoMode demo;
    private final DatabaseProperties database;

    Welcome(DemoMode demo, DatabaseProperties database) {
        this.demo = demo;
        this.database = database;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        var path = context.getEnvironment().getProperty("server.servlet.context-path", "");
        var base = "http://localhost:" + context.getWebServer().getPort() + path;
        log.info("Innkeeper is ready.");
        if (database.embedded()) {
            log.info(
                    "  Data      {}, in a MariaDB of its own",
                    database.folder().toAbsolutePath().normalize());
        }
        log.info("  Tasklist  {}/camunda/app/tasklist/", base);
        log.info("  Figures   {}/figures/deals, /figures/credit and /figures/customers", base);
        log.info("  Customers {}/customers", base);
        log.info("  Changes   {}/changes", base);
        log.info("  API       {}/api/complaints", base);
        log.info("  Swagger   {}/swagger-ui.html", base);
        if (demo.on()) {
            log.info("  Sign in   as one of {}", String.join(", ", DemoUsers.ids()));
            log.info("            with the id and -demo as the password, such as callcentre1-demo");
        }
    }
}
