package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;

/**
 * Joins partners to deals: whoever had named the prospect when its lead comes in gets a reward in
 * prospect, the two registered first; and none where the deal is not won.
 */
@Component
class RewardReception {

    private static final int MOST_PARTNERS = 2;

    private final Rewards rewards;
    private final Partners partners;
    private final PartnerRecords records;
    private final DealDesk deals;
    private final CaseNumbers numbers;
    private final CaseLinks links;
    private final CaseFiles files;
    private final Clock clock;
    private final ZoneId zone;

    RewardReception(
            Rewards rewards,
            Partners partners,
            PartnerRecords records,
            DealDesk deals,
            CaseNumbers numbers,
            CaseLinks links,
            CaseFiles files,
            Clock clock,
            CasefileProperties properties) {
        this.rewards = rewards;
        this.partners = partners;
        this.records = records;
        this.deals = deals;
        this.numbers = numbers;
        this.links = links;
        this.files = files;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** A lead came in: the partners who had named the prospect, and the one named with the lead. */
    @EventListener
    void leadRegistered(LeadRegistered lead) {
        DealView deal = deals.read(lead.deal());
        if (deal.stage() == Stage.LINKED || deal.imported()) {
            return;
        }
        if (lead.partnerId() != null) {
            registerNamed(lead.partnerId(), deal, lead);
        }
        join(deal, lead.at(), records.free(lead.customerId()), Actor.SYSTEM);
    }

    /** A deal is over: rewards in prospect come to nothing where it was not won. */
    @EventListener
    void dealClosed(DealClosed closed) {
        if (closed.outcome() == Stage.WON) {
            return;
        }
        for (Reward reward : of(closed.deal())) {
            if (reward.isOpen()) {
                lapse(
                        reward,
                        RewardLapse.DEAL_NOT_WON,
                        Phrase.both(closed.outcome().english(), closed.outcome().chinese()));
            }
        }
    }

    /** A registration that was proven later joins the deals that came after its date. */
    void joinOpenDeals(RegistrationView registration, Actor by) {
        for (String number : records.openDeals(registration.customerId())) {
            DealView deal = deals.read(new CaseNumber(number));
            if (registration.at().isBefore(deal.registeredAt())) {
                join(
                        deal,
                        deal.registeredAt(),
                        records.free(registration.customerId()).stream()
                                .filter(free -> free.id() == registration.id())
                                .toList(),
                        by);
            }
        }
    }

    List<Reward> of(CaseNumber deal) {
        return rewards.findByDealOrderByRegisteredAtAscRegistrationIdAsc(deal.value());
    }

    private void registerNamed(String partnerId, DealView deal, LeadRegistered lead) {
        if (!partners.existsById(partnerId)) {
            throw unknown("partnerId", partnerId);
        }
        boolean known =
                records.free(lead.customerId()).stream()
                        .anyMatch(free -> free.partnerId().equals(partnerId));
        if (!known) {
            Instant now = clock.instant();
            records.register(
                    partnerId,
                    lead.customerId(),
                    new NewRegistration(
                            lead.customerId(), Contact.NOBODY, lead.at(), "", "", deal.needWords()),
                    lead.at(),
                    deal.registeredBy(),
                    now.isBefore(lead.at()) ? lead.at() : now);
        }
    }

    private void join(
            DealView deal, Instant leadAt, List<RegistrationView> registrations, Actor by) {
        List<Reward> there = of(deal.number());
        Set<String> joined = new HashSet<>(there.stream().map(Reward::partnerId).toList());
        List<Reward> all = new ArrayList<>(there.stream().filter(Reward::isOpen).toList());
        for (RegistrationView registration : registrations) {
            if (joined.add(registration.partnerId())) {
                all.add(
                        Reward.registered(
                                numbers.next(CaseNumbers.Kind.REWARD),
                                deal.number(),
                                registration,
                                leadAt,
                                clock.instant()));
            }
        }
        all.sort(Comparator.comparing(Reward::registeredAt).thenComparing(Reward::registrationId));
        for (Reward late : all.subList(Math.min(MOST_PARTNERS, all.size()), all.size())) {
            late(late, there.contains(late), deal, by);
        }
        all.stream()
                .limit(MOST_PARTNERS)
                .filter(reward -> !there.contains(reward))
                .forEach(reward -> enter(reward, deal, by));
    }

    private void enter(Reward reward, DealView deal, Actor by) {
        store(reward);
        PartnerView partner = partner(reward.partnerId());
        links.add(reward.number(), CaseLink.Kind.REWARDS, deal.number(), clock.instant());
        CaseFile file = new CaseFile(reward.number(), clock.instant(), by);
        String since = Phrase.of(reward.registeredAt(), zone);
        file.note(
                "REWARD_REGISTERED",
                Phrase.both(
                        "Partner %s, registered on %s, for deal %s"
                                .formatted(partner.name(), since, deal.number()),
                        "合作伙伴%s（登记于%s），商机%s".formatted(partner.name(), since, deal.number())),
                "");
        file.tell(
                "reward.registered",
                Map.of("partner", partner.name(), "deal", deal.number().value(), "since", since),
                Set.of(Group.SALES));
        files.log(file);
        deals.note(
                deal.number(),
                "PARTNER_JOINED",
                Phrase.both(
                        "Partner %s, registered on %s: reward %s in prospect"
                                .formatted(partner.name(), since, reward.number()),
                        "合作伙伴%s（登记于%s）：预期奖励%s".formatted(partner.name(), since, reward.number())),
                "",
                by);
    }

    /** Who is not among the two registered first gets nothing of this deal. */
    private void late(Reward late, boolean wasThere, DealView deal, Actor by) {
        if (wasThere) {
            lapse(late, RewardLapse.TWO_BEFORE, "");
            return;
        }
        deals.note(
                deal.number(),
                "PARTNER_LEFT_OUT",
                Phrase.both(
                        "Partner %s is registered too, but two were earlier"
                                .formatted(late.partnerId()),
                        "合作伙伴%s也已登记，但另有两位在先".formatted(late.partnerId())),
                "",
                by);
    }

    private void lapse(Reward reward, RewardLapse why, String words) {
        CaseFile file = new CaseFile(reward.number(), clock.instant(), Actor.SYSTEM);
        reward.lapse(why, words, file.now());
        rewards.save(reward);
        RewardNews.lapsed(file, reward, partner(reward.partnerId()));
        files.log(file);
    }

    private PartnerView partner(String id) {
        return partners.findById(id).orElseThrow(() -> unknown("partnerId", id)).view();
    }

    /** Of two leads at the same moment one has the registration; the other one looks again. */
    private void store(Reward reward) {
        try {
            rewards.save(reward);
        } catch (DuplicateKeyException e) {
            throw anotherWasFaster(e);
        } catch (DbActionExecutionException e) {
            throw e.getCause() instanceof DuplicateKeyException ? anotherWasFaster(e) : e;
        }
    }

    private static OptimisticLockingFailureException anotherWasFaster(@Nullable Exception cause) {
        return new OptimisticLockingFailureException(
                "The registration came to serve another deal at the same moment", cause);
    }

    static Refusal unknown(String field, String id) {
        return Refusal.unknown(
                field,
                "There is no partner %1$s. | 没有编号为%1$s的合作伙伴。".formatted(id),
                "Give an id such as PAR-000012, as in the list of partners. |"
                        + " 请使用合作伙伴列表中的编号，例如 PAR-000012。");
    }
}
