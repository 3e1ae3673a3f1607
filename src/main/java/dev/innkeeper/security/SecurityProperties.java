package dev.innkeeper.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is there at the first start.
 *
 * @param demoUsers whether the demo users are created, with passwords that everybody can read in
 *     the documentation: for trying the service out only
 * @param admin the first administrator, created where there is no such user
 */
@ConfigurationProperties("innkeeper.security")
public record SecurityProperties(
        @DefaultValue("false") boolean demoUsers, @DefaultValue FirstAdmin admin) {

    /**
     * The first administrator, who creates the other users.
     *
     * @param id the id at sign-in
     * @param password the first password; empty creates nobody
     */
    public record FirstAdmin(@DefaultValue("admin") String id, @DefaultValue("") String password) {}
}
