package dev.innkeeper.decision.serve;

import static dev.innkeeper.decision.Rules.files;
import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Parcel;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** The rules of the live release serve; a transaction keeps to one release; nothing leaks. */
class RuleKeeperTest {

    private final ParcelRules shop = new ParcelRules();
    private RuleKeeper keeper;

    @BeforeEach
    void start() {
        shop.publish(files("price.drl", costs(1)));
        keeper = shop.keeper();
        keeper.start();
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    private static String costs(int cents) {
        return rule(
                "A parcel costs something",
                "Item(grams > 0)",
                "outcome.cost(" + cents + ", \"So it is | 如此\");");
    }

    private long asked() {
        return keeper.rules(Parcel.PRICE).ask(Facts.of(Parcel.Item.plain())).result().cents();
    }

    @Test
    void servesTheReleaseThatIsLive() {
        assertThat(asked()).isEqualTo(1);
        shop.publish(files("price.drl", costs(2)));
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void answersAllQuestionsOfATransactionByOneRelease() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            assertThat(asked()).isEqualTo(1);
            shop.publish(files("price.drl", costs(2)));
            assertThat(asked()).isEqualTo(1);
            TransactionSynchronizationUtils.triggerBeforeCompletion();
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void servesAReleaseThatComesBack() {
        shop.publish(files("price.drl", costs(2)));
        assertThat(asked()).isEqualTo(2);
        shop.publish(files("price.drl", costs(1)));
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void keepsWhatWasCheckedReadyToServe() {
        var checked = keeper.tryOut(Parcel.PRICE, files("price.drl", costs(3)));
        assertThat(asked()).isEqualTo(1);
        shop.publish(files("price.drl", costs(3)));
        assertThat(keeper.rules(Parcel.PRICE)).isSameAs(checked.rules().orElseThrow());
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void saysThatNothingServesWhenThereWasNeverAGoodRule() {
        var empty = new ParcelRules().publish(files("a.drl", "rule")).keeper();
        try {
            assertThatThrownBy(() -> empty.rules(Parcel.PRICE))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("No rules serve parcel/price");
        } finally {
            empty.stop();
        }
    }

    @Test
    void leaksNothingOverThreeHundredReleases() {
        release(0, 60);
        long before = classSpace();
        release(60, 360);
        long grown = classSpace() - before;
        System.out.printf(
                "300 releases: class space grew by %,d kB, to %,d kB%n",
                grown / 1024, classSpace() / 1024);
        assertThat(grown).isLessThan(8_000_000);
    }

    private void release(int from, int to) {
        for (int i = from; i < to; i++) {
            shop.publish(files("price.drl", costs(100 + i)));
            assertThat(asked()).isEqualTo(100 + i);
        }
    }

    /** What classes take up once those of unloaded rules are gone. */
    private static long classSpace() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
