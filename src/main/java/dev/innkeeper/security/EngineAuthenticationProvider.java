package dev.innkeeper.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs in against the users of the engine, so that REST, Tasklist and our own pages know the same
 * people, passwords and lock-out. The authorities are the ids of the user's groups.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identity;
    private final EnginePeople people;
    private final TransactionTemplate transaction;

    EngineAuthenticationProvider(
            IdentityService identity, EnginePeople people, TransactionTemplate transaction) {
        this.identity = identity;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        try {
            return authenticate(user, password);
        } catch (ProcessEngineException | TransactionException | DataAccessException e) {
            // Not the fault of the caller, who is to be told so and not to sign in again.
            throw new InternalAuthenticationServiceException("The users cannot be read", e);
        }
    }

    private Authentication authenticate(String user, String password) {
        if (user.isBlank() || password.isEmpty()) {
            throw refused();
        }
        // A refusal is thrown after the commit, which keeps the count of failures.
        List<GrantedAuthority> groups =
                transaction.execute(
                        status -> identity.checkPassword(user, password) ? groupsOf(user) : null);
        if (groups == null) {
            throw refused();
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
    }

    private List<GrantedAuthority> groupsOf(String user) {
        return people.groupIdsOf(user).stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("Wrong user or password, or locked for a while");
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
