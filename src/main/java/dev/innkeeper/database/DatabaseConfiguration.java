package dev.innkeeper.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the one data source of the service leads to. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Connection connection(DatabaseProperties properties) {
        if (properties.embedded()) {
            return new Embedded(EmbeddedMariaDb.start(properties.folder(), properties.port()));
        }
        OutsideMariaDb.reach(properties);
        return new Outside(properties);
    }

    /** Ends with the context, after everything that works with the database. */
    interface Connection extends JdbcConnectionDetails, AutoCloseable {
        @Override
        void close();
    }

    private record Embedded(EmbeddedMariaDb server) implements Connection {

        @Override
        public String getJdbcUrl() {
            return server.url();
        }

        @Override
        public String getUsername() {
            return server.user();
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private record Outside(DatabaseProperties properties) implements Connection {

        @Override
        public String getJdbcUrl() {
            return properties.url();
        }

        @Override
        public String getUsername() {
            return properties.user();
        }

        @Override
        public String getPassword() {
            return properties.password();
        }

        @Override
        public void close() {
            // The server is somebody else's.
        }
    }
}
