package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import dev.innkeeper.notification.CustomerReceivers;
import dev.innkeeper.notification.Receiver;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Customers are written to in Chinese where their name is Chinese, else in English. */
@Component
class CustomerMail implements CustomerReceivers {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final Customers customers;

    CustomerMail(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Optional<Receiver> find(String customerId) {
        return customers.findById(customerId).map(customer -> receiver(customer.view()));
    }

    private static Receiver receiver(CustomerView customer) {
        Contact contact = customer.contact();
        String name =
                Stream.of(contact.name(), contact.company())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(customer.id());
        return new Receiver(
                customer.id(),
                name,
                Objects.requireNonNullElse(contact.email(), ""),
                CHINESE.matcher(name).find() ? Locale.CHINESE : Locale.ENGLISH);
    }
}
