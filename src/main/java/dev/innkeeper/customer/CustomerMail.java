package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Language;
import dev.innkeeper.notification.CustomerReceivers;
import dev.innkeeper.notification.Receiver;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Customers are written to in the language of their profile; where it says none, in Chinese where
 * their name is Chinese, else in English.
 */
@Component
class CustomerMail implements CustomerReceivers {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final Customers customers;
    private final ProfileRecords profiles;

    CustomerMail(Customers customers, ProfileRecords profiles) {
        this.customers = customers;
        this.profiles = profiles;
    }

    @Override
    public Optional<Receiver> find(String customerId) {
        return customers
                .findById(customerId)
                .map(customer -> receiver(customer.view(), language(customerId)));
    }

    private @Nullable Language language(String customerId) {
        return profiles.find(customerId).map(kept -> kept.profile().language()).orElse(null);
    }

    private static Receiver receiver(CustomerView customer, @Nullable Language language) {
        Contact contact = customer.contact();
        String name =
                Stream.of(contact.name(), contact.company())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(customer.id());
        boolean chinese =
                language == null ? CHINESE.matcher(name).find() : language == Language.CHINESE;
        return new Receiver(
                customer.id(),
                name,
                Objects.requireNonNullElse(contact.email(), ""),
                chinese ? Locale.CHINESE : Locale.ENGLISH);
    }
}
