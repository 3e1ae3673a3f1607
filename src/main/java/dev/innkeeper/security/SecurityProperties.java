package dev.innkeeper.security;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is there at the first start.
 *
 * @param timeZone the time zone in which a task is due today
 * @param admin the first administrator, created where there is no such user
 */
@ConfigurationProperties("innkeeper.security")
public record SecurityProperties(
        @DefaultValue("Asia/Shanghai") ZoneId timeZone, @DefaultValue FirstAdmin admin) {

    /**
     * The first administrator, who creates the other users.
     *
     * @param id the id at sign-in
     * @param password the first password; empty creates nobody
     */
    public record FirstAdmin(@DefaultValue("admin") String id, @DefaultValue("") String password) {}
}
