package dev.innkeeper.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An engine, its webapps and its REST API on MariaDB, and nothing else. */
@SpringBootApplication
public class BareApplication {

    /** Starts the engine; the database is named on the command line. */
    public static void main(String[] args) {
        SpringApplication.run(BareApplication.class, args);
    }
}
