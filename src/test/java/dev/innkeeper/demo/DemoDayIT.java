package dev.innkeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.innkeeper.change.Draft;
import dev.innkeeper.change.DraftDesk;
import dev.innkeeper.complaint.ComplaintFilter;
import dev.innkeeper.complaint.ComplaintList;
import dev.innkeeper.complaint.ComplaintRow;
import dev.innkeeper.complaint.ComplaintSort;
import dev.innkeeper.complaint.ComplaintStatus;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.keyaccount.DealFilter;
import dev.innkeeper.keyaccount.DealList;
import dev.innkeeper.keyaccount.DealRow;
import dev.innkeeper.keyaccount.DealSort;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@InnkeeperTest
class DemoDayIT {

    @Autowired DemoDay day;
    @Autowired ComplaintList complaints;
    @Autowired DealList deals;
    @Autowired DraftDesk drafts;
    @Autowired TaskService tasks;
    @Autowired TimeMachine time;
    @Autowired MockMvc http;

    @BeforeEach
    void play() {
        day.playOnce();
    }

    @Test
    void leavesACaseInEachState() {
        assertThat(of("李海峰"))
                .satisfies(
                        justArrived -> {
                            assertThat(justArrived.severity()).isEqualTo(Severity.S1);
                            assertThat(justArrived.status()).isEqualTo(ComplaintStatus.ASSESSED);
                            assertThat(justArrived.level()).isZero();
                        });
        assertThat(of("周建国").level()).as("missed S1").isEqualTo(3);
        assertThat(of("Sofia Rossi"))
                .satisfies(
                        escalated -> {
                            assertThat(escalated.overdue()).isTrue();
                            assertThat(escalated.level()).isEqualTo(2);
                        });
        assertThat(of("陈立").status()).isEqualTo(ComplaintStatus.INVESTIGATING);
        assertThat(of("刘晓燕"))
                .satisfies(
                        reopened -> {
                            assertThat(reopened.status()).isEqualTo(ComplaintStatus.INVESTIGATING);
                            assertThat(reopened.level()).isEqualTo(1);
                        });
        assertThat(of("Thomas Berger").status()).isEqualTo(ComplaintStatus.WAITING_FOR_GUEST);
        assertThat(of("孙雅琴").status()).isEqualTo(ComplaintStatus.AWAITING_APPROVAL);
        assertThat(of("Emma Clarke").status()).isEqualTo(ComplaintStatus.RESPONDED);
        assertThat(of("王志强").status()).isEqualTo(ComplaintStatus.CLOSED);
        assertThat(of("Lucas Martin").status()).isEqualTo(ComplaintStatus.WITHDRAWN);
        assertThat(of("赵敏").severity()).isEqualTo(Severity.S4);
        assertThat(all()).filteredOn(row -> row.guest() == null).hasSize(1);
    }

    @Test
    void leavesATaskForEachDepartmentThatHandlesComplaints() {
        Set<String> groups = new TreeSet<>();
        for (var task : tasks.createTaskQuery().list()) {
            tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .forEach(groups::add);
        }
        assertThat(groups)
                .contains(
                        "lobby-service",
                        "rooms-service",
                        "banquet-service",
                        "key-account-service",
                        "call-centre",
                        "finance",
                        "quality",
                        "supervisor",
                        "customer-service-manager",
                        "general-manager");
    }

    @Test
    void leavesReviewsOfCreditDebtsAndCallsInTheTasklist() {
        assertThat(tasks.createTaskQuery().list())
                .extracting(task -> task.getTaskDefinitionKey())
                .contains(
                        "assessCompany",
                        "assessFinances",
                        "approveTerms",
                        "callDebtor",
                        "sendLetter",
                        "callCustomer");
    }

    @Test
    void leavesADealInEachState() {
        var rows = deals.find(DealFilter.ALL, DealSort.NUMBER, 0, 200).items();
        assertThat(rows)
                .extracting(DealRow::stage)
                .contains(
                        Stage.LEAD,
                        Stage.QUALIFIED,
                        Stage.PLANNED,
                        Stage.PROPOSED,
                        Stage.NEGOTIATING,
                        Stage.WON,
                        Stage.LOST);
        assertThat(rows).filteredOn(row -> row.stalledAt() != null).hasSize(1);
        assertThat(tasks.createTaskQuery().list())
                .extracting(task -> task.getTaskDefinitionKey())
                .contains(
                        "verifyLead",
                        "approvePlan",
                        "proposeDeal",
                        "negotiateDeal",
                        "closeDeal",
                        "handOverDeal",
                        "writeReview",
                        "approveReward",
                        "approveExpense");
    }

    @Test
    void leavesAChangeOfTheRulesToBeApproved() {
        assertThat(drafts.list(Draft.State.REQUESTED, 0, 10).items())
                .singleElement()
                .satisfies(draft -> assertThat(draft.owner()).isEqualTo("editor1"));
    }

    @Test
    void endsAtThePresentTimeAndIsPlayedOnlyOnce() {
        assertThat(time.now()).isBetween(TimeMachine.START, TimeMachine.START.plusSeconds(300));
        List<ComplaintRow> before = all();
        day.playOnce();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void escalatesToTheGeneralManagerWhenTheClockIsMovedPastTheDeadline() throws Exception {
        http.perform(
                        post("/api/demo/clock")
                                .with(httpBasic("admin", "admin-demo"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"advance\":\"PT20M\"}"))
                .andExpect(status().isOk());
        time.runDueJobs();
        assertThat(of("李海峰").level()).isEqualTo(3);
    }

    private ComplaintRow of(String guest) {
        return all().stream().filter(row -> guest.equals(row.guest())).findFirst().orElseThrow();
    }

    private List<ComplaintRow> all() {
        return complaints.find(ComplaintFilter.ALL, ComplaintSort.NUMBER, 0, 200).items();
    }
}
