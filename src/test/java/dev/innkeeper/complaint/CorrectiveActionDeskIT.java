package dev.innkeeper.complaint;

import static dev.innkeeper.complaint.ComplaintFixtures.QUALITY;
import static dev.innkeeper.complaint.ComplaintFixtures.ROOMS;
import static dev.innkeeper.complaint.ComplaintFixtures.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.ComplaintFixtures.Life;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InnkeeperTest
class CorrectiveActionDeskIT {

    private static final Statement STATEMENT =
            new Statement("Thin walls", "Quiet hours from 22:00, checked by the night manager");

    @Autowired private ComplaintDesk complaints;
    @Autowired private CorrectiveActionDesk desk;
    @Autowired private InnkeeperClock clock;

    @Test
    void anUrgentComplaintOpensACorrectiveActionWithADueDate() {
        CaseNumber complaint = urgentAndJustified();
        assertThat(complaints.progress(complaint).correctiveActionNeeded()).isTrue();

        CorrectiveProgress opened = desk.open(complaint);

        assertThat(opened.number().value()).startsWith("COR-2026-");
        assertThat(opened.joined()).isFalse();
        assertThat(opened.answerable()).isEqualTo(Group.ROOMS_SERVICE);
        assertThat(opened.dueAt())
                .isCloseTo(
                        clock.instant().plus(Duration.ofDays(7)), within(20, ChronoUnit.SECONDS));
        assertThat(complaints.view(complaint).correctiveActions())
                .singleElement()
                .satisfies(
                        action -> {
                            assertThat(action.complaints()).containsExactly(complaint);
                            assertThat(action.rootCause()).isEqualTo("NOISE_GUESTS");
                        });
        assertThat(complaints.view(complaint).links())
                .extracting(CaseLink::kind)
                .containsExactly(CaseLink.Kind.CORRECTED_BY);
    }

    @Test
    void oneCorrectiveActionServesTheSameCause() {
        CorrectiveProgress first = desk.open(urgentAndJustified());

        CorrectiveProgress second = desk.open(urgentAndJustified());

        assertThat(second.joined()).isTrue();
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(desk.view(first.number()).complaints()).hasSize(2);
    }

    @Test
    void anOrdinaryComplaintNeedsNoneUntilItsCauseComesTheThirdTime() {
        CaseNumber first = investigated(noise());
        assertThat(complaints.progress(first).correctiveActionNeeded()).isFalse();
        assertThatThrownBy(() -> desk.open(first)).isInstanceOf(Refusal.class);

        assertThat(complaints.progress(investigated(noise())).correctiveActionNeeded()).isFalse();
        assertThat(complaints.progress(investigated(noise())).correctiveActionNeeded()).isTrue();
    }

    @Test
    void qualityVerifiesTheEffectAfterThirtyDays() {
        CaseNumber number = desk.open(urgentAndJustified()).number();

        CorrectiveProgress stated = desk.state(number, STATEMENT, ROOMS);
        assertThat(stated.verifyAt())
                .isCloseTo(
                        clock.instant().plus(Duration.ofDays(30)), within(20, ChronoUnit.SECONDS));
        assertThat(stated.verifier()).isEqualTo(Group.QUALITY);
        clock.advance(Duration.ofDays(30));
        assertThat(desk.verify(number, new Verification(true, "Quiet now"), QUALITY).effective())
                .isTrue();
        assertThat(desk.view(number).state()).isEqualTo(CorrectiveActionView.State.EFFECTIVE);
        assertThat(desk.open(urgentAndJustified()).number()).isNotEqualTo(number);
        assertThat(desk.timeLine(number)).hasSize(3);
    }

    @Test
    void nobodyVerifiesAnEffectBeforeItsDate() {
        CaseNumber number = desk.open(urgentAndJustified()).number();
        desk.state(number, STATEMENT, ROOMS);
        clock.advance(Duration.ofDays(30).minusSeconds(60));

        assertThatThrownBy(() -> desk.verify(number, new Verification(true, "x"), QUALITY))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_NOW))
                .hasMessageContainingAll(number.value(), "can be verified from", "起方可验证");
        assertThat(desk.view(number).state()).isEqualTo(CorrectiveActionView.State.STATED);

        clock.advance(Duration.ofSeconds(60));
        assertThat(desk.verify(number, new Verification(true, "Quiet"), QUALITY).effective())
                .isTrue();
    }

    @Test
    void aMeasureWithoutEffectIsStatedAgain() {
        CaseNumber number = desk.open(urgentAndJustified()).number();
        desk.state(number, STATEMENT, ROOMS);
        clock.advance(Duration.ofDays(30));

        CorrectiveProgress again =
                desk.verify(number, new Verification(false, "Still loud"), QUALITY);

        assertThat(again.effective()).isFalse();
        assertThat(again.dueAt())
                .isCloseTo(
                        clock.instant().plus(Duration.ofDays(7)), within(20, ChronoUnit.SECONDS));
        assertThat(desk.view(number).round()).isEqualTo(2);
        desk.state(number, STATEMENT, ROOMS);
    }

    @Test
    void nobodyVerifiesTheirOwnMeasureAndNothingOutOfTurn() {
        CaseNumber number = desk.open(urgentAndJustified()).number();
        assertThatThrownBy(() -> desk.verify(number, new Verification(true, "x"), QUALITY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be verified");

        desk.state(number, STATEMENT, new Actor("quality1", Set.of(Group.QUALITY)));
        assertThat(desk.progress(number).verifier()).isEqualTo(Group.CUSTOMER_SERVICE_MANAGER);
        assertThatThrownBy(() -> desk.verify(number, new Verification(true, "x"), QUALITY))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatThrownBy(() -> desk.verify(number, new Verification(true, "x"), ROOMS))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.state(number, STATEMENT, ROOMS)).isInstanceOf(Refusal.class);
        clock.advance(Duration.ofDays(30));
        assertThat(
                        desk.verify(
                                        number,
                                        new Verification(true, "seen"),
                                        ComplaintFixtures.MANAGER)
                                .effective())
                .isTrue();
    }

    private CaseNumber urgentAndJustified() {
        return investigated(noise().publiclyVisible(true));
    }

    private CaseNumber investigated(Intake.Builder intake) {
        return Life.of(complaints, intake).acknowledged().investigated(0).number();
    }
}
