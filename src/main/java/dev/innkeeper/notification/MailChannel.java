package dev.innkeeper.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail, in the language of the receiver. */
@Component
class MailChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);

    private final ObjectProvider<JavaMailSender> sender;
    private final Receivers receivers;
    private final CustomerReceivers customers;
    private final NoticeText texts;
    private final NotificationProperties properties;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            Receivers receivers,
            CustomerReceivers customers,
            NoticeText texts,
            NotificationProperties properties) {
        this.sender = sender;
        this.receivers = receivers;
        this.customers = customers;
        this.texts = texts;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhetherMailIsOn() {
        if (!isOn()) {
            LOG.info(
                    "No mail server is set up (spring.mail.host): people find their notifications"
                            + " in the service only.");
        }
    }

    @Override
    public boolean isOn() {
        return sender.getIfAvailable() != null;
    }

    @Override
    public String name() {
        return "MAIL";
    }

    @Override
    public boolean reachesCustomers() {
        return true;
    }

    @Override
    public List<Address> receiversOf(Collection<Address> addresses) {
        return List.copyOf(addresses);
    }

    @Override
    public boolean send(String key, Address address, Notification notification)
            throws MessagingException {
        boolean toCustomer = address.kind() == Address.Kind.CUSTOMER;
        Receiver receiver =
                (toCustomer ? customers.find(address.name()) : receivers.find(address.name()))
                        .orElse(null);
        if (receiver == null || receiver.email().isBlank()) {
            return false;
        }
        JavaMailSender mail = sender.getObject();
        MimeMessage message = new FixedIdMessage(mail.createMimeMessage(), key);
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(properties.from());
        helper.setTo(receiver.email());
        helper.setSubject(texts.subject(notification, receiver.language()));
        String link = toCustomer ? "" : link();
        helper.setText(plain(notification, receiver, link), html(notification, receiver, link));
        mail.send(message);
        return true;
    }

    private String plain(Notification notification, Receiver receiver, String link) {
        Locale language = receiver.language();
        String text =
                texts.phrase("greeting", language, Map.of("name", receiver.name()))
                        + "\n\n"
                        + texts.text(notification, language)
                        + "\n\n";
        if (!link.isEmpty()) {
            text += texts.phrase("open", language, Map.of()) + "\n" + link + "\n\n";
        }
        return text + texts.phrase("closing", language, Map.of());
    }

    private String html(Notification notification, Receiver receiver, String link) {
        Locale language = receiver.language();
        return """
        <!doctype html><html lang="%s"><body style="font-family:sans-serif;color:#1f2d3d">
        <p>%s</p><p>%s</p>%s<p style="color:#6b7785">%s</p></body></html>\
        """
                .formatted(
                        language.getLanguage(),
                        NoticeText.escaped(
                                texts.phrase(
                                        "greeting", language, Map.of("name", receiver.name()))),
                        NoticeText.escaped(texts.text(notification, language)),
                        link.isEmpty()
                                ? ""
                                : "<p><a href=\"%s\">%s</a></p>"
                                        .formatted(
                                                NoticeText.escaped(link),
                                                NoticeText.escaped(
                                                        texts.phrase("open", language, Map.of()))),
                        NoticeText.escaped(texts.phrase("closing", language, Map.of())));
    }

    private String link() {
        return properties.publicUrl().isEmpty()
                ? ""
                : properties.publicUrl().replaceAll("/+$", "") + "/camunda/app/tasklist/";
    }

    /** Keeps the same Message-ID at every attempt, so that a repetition can be told. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String key;

        FixedIdMessage(MimeMessage prototype, String key) throws MessagingException {
            super(prototype.getSession());
            this.key = key;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<notice." + key + "@innkeeper>");
        }
    }
}
