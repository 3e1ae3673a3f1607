package dev.innkeeper.bench;

import dev.innkeeper.common.Contact;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.facts.Channel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Guests who complain in turn of different things in two languages, each for the first time. */
final class Guests {

    private static final List<String> WORDS =
            List.of(
                    "房间空调整夜嗡嗡响，报修两次都没人来，根本没法睡觉。",
                    "We waited fifty minutes to check in although we had done it online.",
                    "早餐的牛奶是酸的，服务员还说没问题，态度很差。",
                    "The invoice has two nights that I did not stay, please correct it.",
                    "洗手间地漏返味，毛巾有污渍，完全不像刚打扫过。");

    private final AtomicInteger count = new AtomicInteger();

    /** The next guest's complaint; triage has to read what it is about. */
    Intake next() {
        int number = count.incrementAndGet();
        return Intake.said(Channel.CALL_CENTRE, words(number)).contact(guest(number)).build();
    }

    /** The next guest's complaint as a REST request. */
    String nextAsJson() {
        int number = count.incrementAndGet();
        Contact guest = guest(number);
        return """
        {"channel":"CALL_CENTRE","text":"%s","guest":{"name":"%s","phone":"%s"}}\
        """
                .formatted(words(number), guest.name(), guest.phone());
    }

    private static String words(int number) {
        return WORDS.get(number % WORDS.size());
    }

    private static Contact guest(int number) {
        return new Contact(
                "Guest " + number,
                null,
                "+86 150 %04d %04d".formatted(number / 10_000, number % 10_000),
                null,
                null);
    }
}
