package dev.innkeeper.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.notification.NotificationProperties.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Other systems, told of every notice by a signed POST. */
@Component
class WebhookChannel implements Channel {

    private static final String HMAC = "HmacSHA256";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NotificationProperties properties;
    private final NoticeText texts;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    WebhookChannel(NotificationProperties properties, NoticeText texts, ObjectMapper json) {
        this.properties = properties;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public String name() {
        return "WEBHOOK";
    }

    @Override
    public boolean isOn() {
        return !properties.webhooks().isEmpty();
    }

    @Override
    public List<Address> receiversOf(Collection<Address> addresses) {
        return properties.webhooks().stream().map(hook -> Address.ofHook(hook.name())).toList();
    }

    @Override
    public boolean send(String key, Address receiver, Notification notification)
            throws IOException, InterruptedException, GeneralSecurityException {
        Optional<Webhook> hook =
                properties.webhooks().stream()
                        .filter(one -> one.name().equals(receiver.name()))
                        .findFirst();
        if (hook.isEmpty()) {
            return false;
        }
        byte[] body = json.writeValueAsBytes(body(notification));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(hook.get().url()))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header(
                                "X-Innkeeper-Signature",
                                "sha256=" + signature(body, hook.get().secret()))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new IOException("The webhook " + receiver.name() + " answered " + status);
        }
        return true;
    }

    private Map<String, Object> body(Notification notification) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", notification.id());
        body.put("case", notification.caseNumber().value());
        body.put("kind", notification.kind());
        body.put("at", notification.at().toString());
        body.put("args", notification.args());
        body.put("text", texts.text(notification, Locale.ENGLISH));
        body.put("textZh", texts.text(notification, Locale.CHINESE));
        return body;
    }

    private static String signature(byte[] body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
