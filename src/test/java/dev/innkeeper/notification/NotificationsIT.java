package dev.innkeeper.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.People;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.notification.OutboxMessage.State;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

@InnkeeperTest
class NotificationsIT {

    private static final CaseNumber CASE = new CaseNumber("CMP-2026-000001");
    private static final NotificationProperties PROPERTIES =
            new NotificationProperties(
                    "innkeeper@hotel.example",
                    "https://innkeeper.hotel.example/",
                    Locale.ENGLISH,
                    Duration.ofHours(1),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    4,
                    Duration.ofMinutes(5),
                    List.of());

    @Autowired private ApplicationContext service;
    @Autowired private TransactionTemplate transaction;
    @Autowired private TimeMachine time;

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private AnnotationConfigApplicationContext mailing;
    private JavaMailSenderImpl sender;

    /** The same beans as in the service, with a mail server. */
    @EnableTransactionManagement
    static class WithMail {}

    @BeforeEach
    void startMailServer() {
        smtp.start();
        sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(smtp.getSmtp().getPort());
        mailing = new AnnotationConfigApplicationContext();
        mailing.setParent(service);
        mailing.registerBean("mailSender", JavaMailSender.class, () -> sender);
        mailing.registerBean(
                "mailProperties",
                NotificationProperties.class,
                () -> PROPERTIES,
                bean -> bean.setPrimary(true));
        mailing.register(
                WithMail.class,
                Outbox.class,
                OutboxHealth.class,
                MailChannel.class,
                WebhookChannel.class);
        mailing.registerBean("notifications", Notifications.class, this::quietNotifications);
        mailing.registerBean("relayByHand", OutboxRelay.class, this::relay);
        mailing.refresh();
    }

    /** Does not wake the relay of the service, which has no mail server. */
    private Notifications quietNotifications() {
        return new Notifications(
                service.getBean(JdbcClient.class),
                service.getBean(Clock.class),
                mailing.getBean(Outbox.class),
                service.getBean(NoticeArguments.class),
                event -> {});
    }

    private OutboxRelay relay() {
        return new OutboxRelay(
                mailing.getBean(Outbox.class),
                service.getBean(NotificationReader.class),
                service.getBean(People.class),
                List.copyOf(mailing.getBeansOfType(Channel.class).values()),
                PROPERTIES);
    }

    @AfterEach
    void stop() {
        mailing.close();
        smtp.stop();
    }

    @Test
    void everyMemberOfTheDepartmentGetsTheMailOnceInTheOwnLanguage() throws Exception {
        tell(Set.of(Group.FINANCE), Set.of("finance1"));

        relay().empty();
        relay().empty();

        assertThat(receivers())
                .containsExactlyInAnyOrder(
                        "finance1@innkeeper.example", "finance2@innkeeper.example");
        assertThat(subjectTo("finance1")).isEqualTo("CMP-2026-000001: something happened");
        assertThat(subjectTo("finance2")).isEqualTo("CMP-2026-000001：有新的动态");
        assertThat(outbox().count(State.WAITING)).isZero();
    }

    @Test
    void sendsNothingBeforeTheCommitAndNothingAfterARollback() {
        transaction.executeWithoutResult(
                status -> {
                    notifications().notify(notice(Set.of(Group.QUALITY), Set.of()));
                    assertThat(inAnotherThread(() -> relay().empty())).isZero();
                    status.setRollbackOnly();
                });

        relay().empty();

        assertThat(receivers()).isEmpty();
        assertThat(notifications().list(quality(), false, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void triesAgainWhenTheServerWasAway() {
        tell(Set.of(), Set.of("lobby1"));
        smtp.stop();
        assertThat(relay().empty()).isEqualTo(1);
        assertThat(relay().empty()).as("not before the pause is over").isZero();
        assertThat(outbox().list(State.WAITING, 0, 10).items().get(0).lastError()).isNotBlank();

        smtp.start();
        sender.setPort(smtp.getSmtp().getPort());
        time.advance(Duration.ofSeconds(10));
        relay().empty();
        time.advance(Duration.ofHours(1));
        relay().empty();

        assertThat(receivers()).containsExactly("lobby1@innkeeper.example");
    }

    @Test
    void aMessageThatNeverGetsThroughIsStuckVisibleAndRetriedOnRequest() {
        tell(Set.of(), Set.of("lobby1"));
        smtp.stop();
        for (int i = 0; i < PROPERTIES.attempts(); i++) {
            relay().empty();
            time.advance(Duration.ofHours(1));
        }

        assertThat(relay().empty()).isZero();
        assertThat(outbox().count(State.STUCK)).isEqualTo(1);
        var health = mailing.getBean(OutboxHealth.class).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("stuck", 1L).containsEntry("mail", "on");

        smtp.start();
        sender.setPort(smtp.getSmtp().getPort());
        long id = outbox().list(State.STUCK, 0, 10).items().get(0).id();
        outbox().retry(id);
        relay().empty();
        assertThat(receivers()).containsExactly("lobby1@innkeeper.example");
        assertThatThrownBy(() -> outbox().retry(id)).isInstanceOf(Refusal.class);
    }

    @Test
    void nodesThatLookAtTheSameTimeSendEachMailOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            tell(Set.of(), Set.of("lobby1"));
        }
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> node = () -> relay().empty();
            for (Future<Integer> done : nodes.invokeAll(List.of(node, node, node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(receivers()).hasSize(40);
        assertThat(Arrays.stream(smtp.getReceivedMessages()).map(NotificationsIT::messageId))
                .doesNotHaveDuplicates();
    }

    @Test
    void aNodeWithoutAMailServerLeavesMailsToANodeThatHasOne() {
        tell(Set.of(), Set.of("lobby1"));

        assertThat(service.getBean(OutboxRelay.class).empty()).isZero();
        assertThat(outbox().list(State.WAITING, 0, 10).items().get(0).attempts()).isZero();
        relay().empty();

        assertThat(receivers()).containsExactly("lobby1@innkeeper.example");
    }

    @Test
    void whatANodeTookBeforeItDiedIsDueAgainAfterTheLease() {
        tell(Set.of(), Set.of("lobby1"));
        assertThat(outbox().take(10)).hasSize(1);

        assertThat(relay().empty()).isZero();
        time.advance(PROPERTIES.lease());
        relay().empty();

        assertThat(receivers()).containsExactly("lobby1@innkeeper.example");
    }

    @Test
    void textOfGuestsIsNeverMarkup() throws Exception {
        transaction.executeWithoutResult(
                status ->
                        notifications()
                                .notify(
                                        new Notice(
                                                CASE,
                                                "test",
                                                Map.of("guest", "<script>alert(1)</script>"),
                                                Set.of(),
                                                Set.of("lobby1"))));
        relay().empty();

        assertThat(new NoticeText().subject(notificationOf("a\r\nBcc: x@y"), Locale.ENGLISH))
                .doesNotContain("\n");
        assertThat(NoticeText.escaped("<script>alert(1)</script>")).doesNotContain("<");
        assertThat(raw(smtp.getReceivedMessages()[0])).contains("text/html").contains("text/plain");
    }

    @Test
    void aCustomerIsWrittenToInTheLanguageOfTheNameAndSeesNothingOfTheHouse() throws Exception {
        String wang = customer("王丽", "wang.li@guest.example");
        String without = customer("Smith", null);
        transaction.executeWithoutResult(
                status ->
                        notifications()
                                .notify(
                                        new Notice(
                                                CASE,
                                                "dunning.bill",
                                                Map.of("amount", "500.00", "days", "3"),
                                                Set.of(),
                                                Set.of(),
                                                Set.of(wang, without))));
        relay().empty();
        relay().empty();

        assertThat(receivers()).containsExactly("wang.li@guest.example");
        MimeMessage mail = smtp.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("付款提醒：500.00元已逾期");
        assertThat(raw(mail)).doesNotContain("tasklist");
        assertThat(outbox().count(State.SKIPPED)).isEqualTo(1);
        assertThat(notifications().list(quality(), false, Long.MAX_VALUE, 10)).isEmpty();
    }

    private String customer(String name, @Nullable String email) {
        return service.getBean(CustomerDesk.class)
                .enter(
                        new Contact(name, null, null, email, name + "-wechat"),
                        Tier.PROMISING_SMALL,
                        quality())
                .id();
    }

    @Test
    void eachPersonReadsForThemselves() {
        tell(Set.of(Group.FINANCE), Set.of());
        Actor first = new Actor("finance1", Set.of(Group.FINANCE));
        Actor second = new Actor("finance2", Set.of(Group.FINANCE));
        long id = notifications().list(first, true, Long.MAX_VALUE, 10).get(0).id();

        notifications().markRead(first, id);
        notifications().markRead(first, id);

        assertThat(notifications().unread(first)).isZero();
        assertThat(notifications().unread(second)).isEqualTo(1);
        assertThat(notifications().list(first, true, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(notifications().list(first, false, Long.MAX_VALUE, 10)).hasSize(1);
        assertThatThrownBy(() -> notifications().markRead(quality(), id))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void withoutAMailServerNothingIsPutIntoTheOutbox() {
        transaction.executeWithoutResult(
                status ->
                        service.getBean(Notifications.class)
                                .notify(notice(Set.of(Group.QUALITY), Set.of())));

        assertThat(outbox().count(State.WAITING)).isZero();
        assertThat(notifications().unread(quality())).isEqualTo(1);
        assertThat(service.getBean(OutboxHealth.class).health().getDetails().get("mail"))
                .asString()
                .startsWith("off");
    }

    private void tell(Set<Group> groups, Set<String> users) {
        transaction.executeWithoutResult(status -> notifications().notify(notice(groups, users)));
    }

    private static Notice notice(Set<Group> groups, Set<String> users) {
        return new Notice(CASE, "test", Map.of("severity", "S1"), groups, users);
    }

    private Notification notificationOf(String guest) {
        return new Notification(1, CASE, "test", Map.of("guest", guest), time.now(), false);
    }

    private static Actor quality() {
        return new Actor("quality1", Set.of(Group.QUALITY));
    }

    private Notifications notifications() {
        return mailing.getBean(Notifications.class);
    }

    private Outbox outbox() {
        return mailing.getBean(Outbox.class);
    }

    private List<String> receivers() {
        return Arrays.stream(smtp.getReceivedMessages())
                .map(
                        mail -> {
                            try {
                                return mail.getRecipients(Message.RecipientType.TO)[0].toString();
                            } catch (MessagingException e) {
                                throw new AssertionError(e);
                            }
                        })
                .toList();
    }

    private String subjectTo(String user) throws MessagingException {
        for (MimeMessage mail : smtp.getReceivedMessages()) {
            if (mail.getRecipients(Message.RecipientType.TO)[0].toString().startsWith(user)) {
                return mail.getSubject();
            }
        }
        throw new AssertionError("No mail to " + user);
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String raw(MimeMessage mail) throws IOException, MessagingException {
        var out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static <T> T inAnotherThread(Callable<T> task) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(task).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            thread.shutdown();
        }
    }
}
