package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Phrase;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the departments are told of rewards, where several operations tell the same. */
final class RewardNews {

    private RewardNews() {}

    /** Will not be paid: those who deal with the partner, and finance where it was earned. */
    static void lapsed(CaseFile file, Reward reward, PartnerView partner) {
        RewardLapse lapse = reward.lapse();
        if (lapse == null) {
            throw new IllegalStateException(reward.number() + " has not lapsed");
        }
        boolean said = lapse == RewardLapse.REFUSED;
        file.note(
                "REWARD_LAPSED",
                Phrase.both(
                        "Lapsed: " + why(lapse, said ? "" : reward.words(), Language.ENGLISH),
                        "已失效：" + why(lapse, said ? "" : reward.words(), Language.CHINESE)),
                said ? reward.words() : "");
        Set<Group> groups = EnumSet.of(Group.SALES);
        if (reward.earnedAt() != null) {
            groups.add(Group.FINANCE);
        }
        file.tell(
                "reward.lapsed",
                Map.of(
                        "partner",
                        partner.name(),
                        "deal",
                        reward.deal().value(),
                        "reason",
                        Phrase.of(lapse)),
                groups,
                Set.of(partner.registeredBy()));
    }

    /** What cannot come true is named beside the label; other words say it all. */
    private static String why(RewardLapse lapse, String words, Language language) {
        String said = language.of(words);
        if (lapse == RewardLapse.NOT_ELIGIBLE) {
            return language.of(lapse) + language.of(": ", "：") + said;
        }
        return said.isEmpty() ? language.of(lapse) : said;
    }
}
