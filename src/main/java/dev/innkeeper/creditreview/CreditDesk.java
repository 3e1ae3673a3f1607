package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.customer.Credit;
import dev.innkeeper.customer.CustomerDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The credit of customers: how it stands, its terms, and holds; each operation one transaction or
 * part of the caller's. What it changes is at once true in the customer's file as well, which the
 * gates of deals read.
 */
@Service
@Transactional
public class CreditDesk {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_PAGE = 200;

    private final CreditAccounts accounts;
    private final KnownCustomers known;
    private final CreditTermsRecords terms;
    private final CustomerDesk customers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    CreditDesk(
            CreditAccounts accounts,
            KnownCustomers known,
            CreditTermsRecords terms,
            CustomerDesk customers,
            ApplicationEventPublisher events,
            Clock clock,
            CasefileProperties properties) {
        this.accounts = accounts;
        this.known = known;
        this.terms = terms;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * The credit of a customer; without score and terms before the first review.
     *
     * @throws Refusal UNKNOWN where there is no such customer
     */
    @Transactional(readOnly = true)
    public CreditStanding standing(String customerId) {
        return accounts.findById(customerId)
                .map(CreditAccount::standing)
                .orElseGet(() -> CreditStanding.unknown(customers.read(customerId).id()));
    }

    /** The same of many, in one query; who is not known to credit is left out. */
    @Transactional(readOnly = true)
    public Map<String, CreditStanding> standings(Collection<String> customerIds) {
        Map<String, CreditStanding> standings = new HashMap<>();
        accounts.findAllById(customerIds)
                .forEach(account -> standings.put(account.customerId(), account.standing()));
        return standings;
    }

    /**
     * The terms of a customer, the latest first.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     * @throws Refusal UNKNOWN where there is no such customer
     */
    @Transactional(readOnly = true)
    public Page<CreditTerms> terms(String customerId, int offset, int limit) {
        customers.read(customerId);
        return terms.ofCustomer(
                customerId, Math.max(offset, 0), Math.min(Math.max(limit, 1), LONGEST_PAGE));
    }

    /**
     * No more credit for now, whatever the limit is. Where a person holds it already the service
     * changes nothing; a person's new reason takes the place of the old one.
     *
     * @throws Refusal FORBIDDEN outside of finance and the general manager; INVALID without a
     *     reason; UNKNOWN where there is no such customer
     */
    public CreditStanding hold(String customerId, String reason, Actor by) {
        CreditRights.require(by, CreditRights.HOLD);
        String why = Texts.required("reason", reason, LONGEST_REASON);
        CreditAccount account = lock(customerId);
        boolean wasOnHold = account.isOnHold();
        if (!account.hold(why, by.userId(), by.isSystem(), clock.instant())) {
            return account.standing();
        }
        CreditStanding standing = keep(account, why, by);
        if (!wasOnHold) {
            events.publishEvent(new CreditHeld(customerId, why));
        }
        return standing;
    }

    /**
     * Credit again as the terms say. The service releases what it held itself; what a person holds
     * only a person releases. Where nothing is on hold nothing changes.
     *
     * @throws Refusal as for {@link #hold}
     */
    public CreditStanding release(String customerId, String reason, Actor by) {
        CreditRights.require(by, CreditRights.HOLD);
        String why = Texts.required("reason", reason, LONGEST_REASON);
        CreditAccount account = lock(customerId);
        if (!account.isOnHold() || by.isSystem() && !account.isHeldBy(by.userId())) {
            return account.standing();
        }
        account.release();
        CreditStanding standing = keep(account, why, by);
        events.publishEvent(new CreditReleased(customerId, why));
        return standing;
    }

    /**
     * The house bills these customers: who is not known yet is due for a first review from that
     * day.
     *
     * @param since the day of their first invoice, or an earlier one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void billed(Collection<String> customerIds, LocalDate since) {
        if (!customerIds.isEmpty()) {
            known.add(customerIds, since);
        }
    }

    /**
     * A dunning case of the customer begins.
     *
     * @throws Refusal NOT_NOW where one is open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void openDunning(String customerId, CaseNumber dunning) {
        CreditAccount account = lock(customerId);
        account.openDunning(dunning);
        accounts.save(account);
    }

    /** The dunning case of the customer is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeDunning(String customerId, CaseNumber dunning) {
        CreditAccount account = lock(customerId);
        account.closeDunning(dunning);
        accounts.save(account);
    }

    /** The terms that hold, or empty before the first review. */
    Optional<CreditTerms> present(String customerId) {
        return terms.present(customerId);
    }

    /** The terms that a review granted, or empty. */
    Optional<CreditTerms> granted(CaseNumber review) {
        return terms.of(review);
    }

    /** A version of a customer's terms, or empty. */
    Optional<CreditTerms> version(String customerId, int version) {
        return terms.version(customerId, version);
    }

    /** What a review granted holds from now on. */
    void grant(CreditTerms granted, LocalDate nextReviewOn) {
        CreditAccount account = lock(granted.customerId());
        account.grant(granted, nextReviewOn);
        account.close(granted.review(), nextReviewOn);
        terms.add(granted);
        keep(account, granted.review().value(), Actor.SYSTEM);
        events.publishEvent(
                new CreditTermsApplied(
                        granted.customerId(),
                        granted.review(),
                        granted.version(),
                        granted.movement()));
    }

    /** Which departments were told of what a review granted. */
    void told(CaseNumber review, Set<Group> groups) {
        terms.told(review, groups);
    }

    /**
     * The account, which nobody else changes until the transaction ends; new where there is none.
     */
    CreditAccount lock(String customerId) {
        return accounts.findByCustomerId(customerId)
                .orElseGet(
                        () -> {
                            String id = customers.read(customerId).id();
                            known.add(Set.of(id), LocalDate.ofInstant(clock.instant(), zone));
                            return accounts.findByCustomerId(id).orElseThrow();
                        });
    }

    void save(CreditAccount account) {
        accounts.save(account);
    }

    /** Keeps it here and in the customer's file. */
    private CreditStanding keep(CreditAccount account, String why, Actor by) {
        CreditStanding standing = accounts.save(account).standing();
        customers.setCredit(
                standing.customerId(),
                new Credit(standing.limit(), standing.score(), standing.hold()),
                why,
                by);
        return standing;
    }
}
