package dev.innkeeper.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs in against the users of the engine, so that REST, Tasklist and our own pages know the same
 * people, passwords and lock-out. The authorities are the ids of the user's groups.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identity;
    private final EnginePeople people;

    EngineAuthenticationProvider(IdentityService identity, EnginePeople people) {
        this.identity = identity;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        if (user.isBlank() || password.isEmpty() || !identity.checkPassword(user, password)) {
            throw new BadCredentialsException("Wrong user or password, or locked for a while");
        }
        List<GrantedAuthority> groups =
                people.groupIdsOf(user).stream()
                        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                        .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
