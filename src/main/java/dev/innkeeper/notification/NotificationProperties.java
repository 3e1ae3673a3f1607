package dev.innkeeper.notification;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices leave the machine. The mail server itself is named by {@code spring.mail.*}; without
 * {@code spring.mail.host} no mail is written.
 *
 * @param from the sender of mails
 * @param publicUrl where people open the service, put into mails; empty leaves the link out
 * @param language the language of people who have not chosen one: en or zh
 * @param poll how often the outbox is looked through for what became due
 * @param firstRetry the pause after the first failure; it doubles with every further one
 * @param longestRetry the longest pause between two attempts
 * @param attempts after so many failures a message is stuck and waits for an administrator
 * @param lease for how long a node that took a message has it to itself
 * @param webhooks the systems that are told of every notice
 */
@ConfigurationProperties("innkeeper.notification")
public record NotificationProperties(
        @DefaultValue("innkeeper@localhost") String from,
        @DefaultValue("") String publicUrl,
        @DefaultValue("en") Locale language,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("12") int attempts,
        @DefaultValue("5m") Duration lease,
        @DefaultValue List<Webhook> webhooks) {

    /**
     * A system that is told of every notice by a signed POST.
     *
     * @param name a short name, shown in the outbox
     * @param url where to post
     * @param secret the key of the signature (HMAC-SHA256 of the body)
     */
    public record Webhook(String name, String url, String secret) {}
}
