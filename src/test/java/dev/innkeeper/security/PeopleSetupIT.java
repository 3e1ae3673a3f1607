package dev.innkeeper.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.InnkeeperTest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@InnkeeperTest
class PeopleSetupIT {

    private static final int NODES = 4;

    @Autowired private PeopleSetup setup;
    @Autowired private FilterService filters;
    @Autowired private IdentityService identity;
    @Autowired private AuthorizationService authorizations;

    @Test
    void nodesThatStartAtTheSameMomentWriteUsersGroupsAndListsOnce() throws Exception {
        List<String> names = names();
        long rights = authorizations.createAuthorizationQuery().count();
        identity.deleteUser("lobby1");
        identity.deleteGroup("lobby-service");
        filters.createFilterQuery().list().forEach(one -> filters.deleteFilter(one.getId()));
        assertThat(names()).isEmpty();

        var together = new CyclicBarrier(NODES);
        Callable<Void> node =
                () -> {
                    together.await();
                    setup.run(new DefaultApplicationArguments());
                    return null;
                };
        var nodes = Executors.newFixedThreadPool(NODES);
        try {
            for (Future<Void> start : nodes.invokeAll(Collections.nCopies(NODES, node))) {
                start.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(names()).isEqualTo(names);
        assertThat(identity.createGroupQuery().groupId("lobby-service").count()).isEqualTo(1);
        assertThat(identity.createUserQuery().memberOfGroup("lobby-service").list())
                .extracting(user -> user.getId())
                .containsExactly("lobby1");
        assertThat(identity.checkPassword("lobby1", "lobby1-demo")).isTrue();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rights);
    }

    private List<String> names() {
        return filters.createFilterQuery().orderByFilterName().asc().list().stream()
                .map(Filter::getName)
                .toList();
    }
}
