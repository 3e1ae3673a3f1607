package dev.innkeeper.bench;

import dev.innkeeper.InnkeeperApplication;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The whole service, started in this process with its demo users and without the demo's day. */
final class Innkeeper implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    private Innkeeper(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    static Innkeeper start(Server server, Path rules) {
        return new Innkeeper(
                (ServletWebServerApplicationContext)
                        new SpringApplicationBuilder(InnkeeperApplication.class)
                                .run(
                                        "--server.port=0",
                                        "--server.address=127.0.0.1",
                                        "--innkeeper.database.url=" + server.url(Server.OURS),
                                        "--innkeeper.database.user=" + server.user(),
                                        "--innkeeper.database.password=" + server.password(),
                                        "--innkeeper.demo.enabled=true",
                                        "--innkeeper.demo.day=false",
                                        "--innkeeper.nightly.enabled=false",
                                        "--innkeeper.api.requests-per-minute=0",
                                        "--innkeeper.publish-from-folder=true",
                                        "--innkeeper.rules=" + rules));
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
