package dev.innkeeper.complaint;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it is reported. What is null was not said; triage fills the category, the
 * dimension, the harm and whether lawyer or press are named.
 *
 * @param externalId the caller's own id of the complaint, unique for the caller, or null
 * @param kind complaint or suggestion
 * @param channel how it reached the house
 * @param receivedAt when it reached the house, not in the future; null means now
 * @param customerId a customer that the caller knows by our id, or null
 * @param contact the guest or company as named; {@link Contact#NOBODY} for an anonymous guest
 * @param reference the stay, room or event, or null
 * @param eventStart when the event begins or began, or null
 * @param eventEnd when the event ends or ended, or null
 * @param inHouse the guest has not departed
 * @param checkOutAt when the guest checks out, or null
 * @param category what it is about, or null
 * @param dimension the dimension of service quality that failed, or null
 * @param text the guest's words, 1 to 20,000 characters
 * @param remedySought what the guest asks for, or null
 * @param amountInDispute the bill, or the part of it, that the guest complains of
 * @param harm what the guest suffered, or null
 * @param lawyerOrPressNamed the guest speaks of a lawyer or the press, or null
 * @param publiclyVisible others can read it
 */
public record Intake(
        @Nullable String externalId,
        Kind kind,
        Channel channel,
        @Nullable Instant receivedAt,
        @Nullable String customerId,
        Contact contact,
        @Nullable String reference,
        @Nullable Instant eventStart,
        @Nullable Instant eventEnd,
        boolean inHouse,
        @Nullable Instant checkOutAt,
        @Nullable Category category,
        @Nullable ServqualDimension dimension,
        String text,
        @Nullable String remedySought,
        Money amountInDispute,
        @Nullable Harm harm,
        @Nullable Boolean lawyerOrPressNamed,
        boolean publiclyVisible) {

    /** A complaint of which nothing is known but the channel and the guest's words. */
    public static Builder said(Channel channel, String text) {
        return new Builder(channel, text);
    }

    /** Names what is known beyond channel and words. */
    public static final class Builder {
        private final Channel channel;
        private final String text;
        private @Nullable String externalId;
        private Kind kind = Kind.COMPLAINT;
        private @Nullable Instant receivedAt;
        private @Nullable String customerId;
        private Contact contact = Contact.NOBODY;
        private @Nullable String reference;
        private @Nullable Instant eventStart;
        private @Nullable Instant eventEnd;
        private boolean inHouse;
        private @Nullable Instant checkOutAt;
        private @Nullable Category category;
        private @Nullable ServqualDimension dimension;
        private @Nullable String remedySought;
        private Money amountInDispute = Money.ZERO;
        private @Nullable Harm harm;
        private @Nullable Boolean lawyerOrPressNamed;
        private boolean publiclyVisible;

        private Builder(Channel channel, String text) {
            this.channel = channel;
            this.text = text;
        }

        /** The caller's own id of the complaint. */
        public Builder externalId(@Nullable String value) {
            externalId = value;
            return this;
        }

        /** Complaint or suggestion; a complaint where not said. */
        public Builder kind(Kind value) {
            kind = value;
            return this;
        }

        /** When it reached the house; now where not said. */
        public Builder receivedAt(@Nullable Instant value) {
            receivedAt = value;
            return this;
        }

        /** A customer that the caller knows by our id. */
        public Builder customerId(@Nullable String value) {
            customerId = value;
            return this;
        }

        /** The guest or company as named. */
        public Builder contact(Contact value) {
            contact = value;
            return this;
        }

        /** The stay, room or event. */
        public Builder reference(@Nullable String value) {
            reference = value;
            return this;
        }

        /** When the event begins and ends. */
        public Builder event(@Nullable Instant start, @Nullable Instant end) {
            eventStart = start;
            eventEnd = end;
            return this;
        }

        /** Whether the guest has not departed. */
        public Builder inHouse(boolean value) {
            inHouse = value;
            return this;
        }

        /** When the guest checks out. */
        public Builder checkOutAt(@Nullable Instant value) {
            checkOutAt = value;
            return this;
        }

        /** What it is about. */
        public Builder category(@Nullable Category value) {
            category = value;
            return this;
        }

        /** The dimension of service quality that failed. */
        public Builder dimension(@Nullable ServqualDimension value) {
            dimension = value;
            return this;
        }

        /** What the guest asks for. */
        public Builder remedySought(@Nullable String value) {
            remedySought = value;
            return this;
        }

        /** The bill, or the part of it, that the guest complains of. */
        public Builder amountInDispute(Money value) {
            amountInDispute = value;
            return this;
        }

        /** What the guest suffered. */
        public Builder harm(@Nullable Harm value) {
            harm = value;
            return this;
        }

        /** Whether the guest speaks of a lawyer or the press. */
        public Builder lawyerOrPressNamed(@Nullable Boolean value) {
            lawyerOrPressNamed = value;
            return this;
        }

        /** Whether others can read it. */
        public Builder publiclyVisible(boolean value) {
            publiclyVisible = value;
            return this;
        }

        /** The intake. */
        public Intake build() {
            return new Intake(
                    externalId,
                    kind,
                    channel,
                    receivedAt,
                    customerId,
                    contact,
                    reference,
                    eventStart,
                    eventEnd,
                    inHouse,
                    checkOutAt,
                    category,
                    dimension,
                    text,
                    remedySought,
                    amountInDispute,
                    harm,
                    lawyerOrPressNamed,
                    publiclyVisible);
        }
    }
}
