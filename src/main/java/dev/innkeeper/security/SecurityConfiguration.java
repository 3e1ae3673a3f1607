package dev.innkeeper.security;

import static dev.innkeeper.security.Roles.ADMINISTRATORS;
import static dev.innkeeper.security.Roles.STAFF;
import static dev.innkeeper.security.Roles.ids;

import dev.innkeeper.common.Group;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors. Machines and people come to REST by HTTP Basic, to the engine's webapps by their own
 * login, to our pages by a form; whatever is not named here is shut.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration {

    private static final String[] ADMIN = {ADMINISTRATORS};

    /** Those who write and approve changes of rules and diagrams; the desks tell them apart. */
    private static final String[] CHANGE_WRITERS = ids(Group.RULE_EDITOR, Group.RULE_APPROVER);

    private static final String[] CHANGE_READERS =
            ids(
                    Group.RULE_EDITOR,
                    Group.RULE_APPROVER,
                    Group.AUDITOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);

    /** Pages of ours hold no scripts or styles themselves, and load nothing of others. */
    private static final String OWN_FILES_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** Our REST API: what each group may do, by method and path (docs/security.md). */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Doors doors, EngineAuthenticationProvider users)
            throws Exception {
        String[] readers = ids(STAFF, Group.AUDITOR, Group.INTEGRATION);
        String[] decisionReaders =
                ids(
                        STAFF,
                        Group.AUDITOR,
                        Group.INTEGRATION,
                        Group.RULE_EDITOR,
                        Group.RULE_APPROVER);
        EnumSet<Group> dealGroups = EnumSet.copyOf(Roles.WORK_ON_DEALS);
        dealGroups.remove(Group.CALL_CENTRE);
        dealGroups.add(Group.INTEGRATION);
        String[] dealWorkers = ids(dealGroups);
        String[] dealReaders = ids(dealGroups, Group.AUDITOR);
        String[] creditWorkers =
                ids(
                        Group.FINANCE,
                        Group.SALES,
                        Group.KEY_ACCOUNT_SERVICE,
                        Group.CUSTOMER_INFORMATION,
                        Group.CUSTOMER_SERVICE_MANAGER,
                        Group.GENERAL_MANAGER,
                        Group.INTEGRATION);
        String[] creditReaders =
                Stream.concat(Arrays.stream(creditWorkers), Stream.of(Group.AUDITOR.id()))
                        .toArray(String[]::new);
        String[] intake = ids(STAFF, Group.INTEGRATION);
        basic(http, path("/api/**"), doors, users)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(path("/api/notifications/outbox/**"))
                                        .hasAnyAuthority(ADMIN)
                                        .requestMatchers(path("/api/notifications/**"))
                                        .hasAnyAuthority(readers)
                                        .requestMatchers(
                                                path(HttpMethod.POST, "/api/complaints/*/regrade"),
                                                path(HttpMethod.POST, "/api/complaints/*/severity"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER))
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/complaints/**"),
                                                path(HttpMethod.GET, "/api/corrective-actions/**"))
                                        .hasAnyAuthority(readers)
                                        .requestMatchers(path("/api/complaints/**"))
                                        .hasAnyAuthority(intake)
                                        .requestMatchers(
                                                path(
                                                        HttpMethod.POST,
                                                        "/api/partners/*/audit-findings/**"),
                                                path(
                                                        HttpMethod.POST,
                                                        "/api/deals/*/audit-findings/**"))
                                        .hasAnyAuthority(ids(Group.AUDITOR))
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/partners/**"),
                                                path(HttpMethod.GET, "/api/rewards/**"),
                                                path(HttpMethod.GET, "/api/deals/*/audit-findings"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.SALES,
                                                        Group.KEY_ACCOUNT_SERVICE,
                                                        Group.SUPERVISOR,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER,
                                                        Group.FINANCE,
                                                        Group.AUDITOR,
                                                        Group.INTEGRATION))
                                        .requestMatchers(
                                                path("/api/partners/**"), path("/api/rewards/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.SALES,
                                                        Group.KEY_ACCOUNT_SERVICE,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.INTEGRATION))
                                        .requestMatchers(
                                                path(HttpMethod.POST, "/api/deals/*/expenses"))
                                        .hasAnyAuthority(ids(STAFF))
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/credit-reviews/**"))
                                        .hasAnyAuthority(creditReaders)
                                        .requestMatchers(path("/api/credit-reviews/**"))
                                        .hasAnyAuthority(creditWorkers)
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/customers/*/credit"))
                                        .hasAnyAuthority(creditReaders)
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/customers/*/invoices"),
                                                path(HttpMethod.GET, "/api/customers/*/payments"),
                                                path(
                                                        HttpMethod.GET,
                                                        "/api/customers/*/receivables"),
                                                path(HttpMethod.GET, "/api/invoices/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.FINANCE,
                                                        Group.KEY_ACCOUNT_SERVICE,
                                                        Group.SALES,
                                                        Group.SUPERVISOR,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER,
                                                        Group.AUDITOR,
                                                        Group.INTEGRATION))
                                        .requestMatchers(
                                                path(HttpMethod.PUT, "/api/invoices/*/dispute"))
                                        .hasAnyAuthority(ids(Group.FINANCE))
                                        .requestMatchers(
                                                path(HttpMethod.POST, "/api/invoices"),
                                                path(HttpMethod.POST, "/api/payments"))
                                        .hasAnyAuthority(ids(Group.FINANCE, Group.INTEGRATION))
                                        .requestMatchers(path(HttpMethod.POST, "/api/stays"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.LOBBY_SERVICE,
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.INTEGRATION))
                                        .requestMatchers(path(HttpMethod.GET, "/api/imports/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.FINANCE,
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.LOBBY_SERVICE,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER,
                                                        Group.AUDITOR,
                                                        Group.INTEGRATION))
                                        .requestMatchers(path(HttpMethod.POST, "/api/imports/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.FINANCE,
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.LOBBY_SERVICE,
                                                        Group.INTEGRATION))
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/customers/erasures/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER,
                                                        Group.AUDITOR))
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/customers/duplicates"),
                                                path(HttpMethod.GET, "/api/customers/merges/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.KEY_ACCOUNT_SERVICE,
                                                        Group.SALES,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER,
                                                        Group.AUDITOR))
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/customers/*/export"),
                                                path(HttpMethod.POST, "/api/customers/*/erasure"),
                                                path(HttpMethod.POST, "/api/customers/*/merge"),
                                                path(HttpMethod.POST, "/api/customers/merges/**"),
                                                path(HttpMethod.POST, "/api/customers/erasures/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER))
                                        .requestMatchers(path(HttpMethod.GET, "/api/customers/**"))
                                        .hasAnyAuthority(readers)
                                        .requestMatchers(path("/api/customers/*/credit-hold"))
                                        .hasAnyAuthority(ids(Group.FINANCE, Group.GENERAL_MANAGER))
                                        .requestMatchers(path("/api/customers/*/consents/*"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.SPEAK_WITH_GUESTS,
                                                        Group.SALES,
                                                        Group.INTEGRATION))
                                        .requestMatchers(
                                                path(HttpMethod.POST, "/api/customers/*/grading"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER))
                                        .requestMatchers(path(HttpMethod.GET, "/api/care-cases/**"))
                                        .hasAnyAuthority(readers)
                                        .requestMatchers(
                                                path(HttpMethod.POST, "/api/care-cases/**"))
                                        .hasAnyAuthority(intake)
                                        .requestMatchers(path("/api/customers/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.KEY_ACCOUNT_SERVICE,
                                                        Group.SALES,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER,
                                                        Group.INTEGRATION))
                                        .requestMatchers(
                                                path(HttpMethod.POST, "/api/credit-checks"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.LOBBY_SERVICE,
                                                        Group.ROOMS_SERVICE,
                                                        Group.BANQUET_SERVICE,
                                                        Group.KEY_ACCOUNT_SERVICE,
                                                        Group.SALES,
                                                        Group.FINANCE,
                                                        Group.SUPERVISOR,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER,
                                                        Group.INTEGRATION))
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/dunning-cases/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.FINANCE,
                                                        Group.SALES,
                                                        Group.KEY_ACCOUNT_SERVICE,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER,
                                                        Group.AUDITOR,
                                                        Group.INTEGRATION))
                                        .requestMatchers(path("/api/dunning-cases/*/comments"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.FINANCE,
                                                        Group.SALES,
                                                        Group.KEY_ACCOUNT_SERVICE,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER))
                                        .requestMatchers(path("/api/dunning-cases/*/withdrawal"))
                                        .hasAnyAuthority(ids(Group.FINANCE, Group.GENERAL_MANAGER))
                                        .requestMatchers(path("/api/dunning-cases"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.FINANCE,
                                                        Group.GENERAL_MANAGER,
                                                        Group.INTEGRATION))
                                        .requestMatchers(path(HttpMethod.POST, "/api/deals/import"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.INTEGRATION))
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/leads/**"),
                                                path(HttpMethod.GET, "/api/deals/**"))
                                        .hasAnyAuthority(dealReaders)
                                        .requestMatchers(path(HttpMethod.POST, "/api/leads"))
                                        .hasAnyAuthority(intake)
                                        .requestMatchers(
                                                path(HttpMethod.POST, "/api/deals/*/follow-ups"),
                                                path(HttpMethod.POST, "/api/deals/*/outcome"),
                                                path(HttpMethod.POST, "/api/deals/*/owner"),
                                                path(HttpMethod.POST, "/api/deals/*/cancellation"),
                                                path(HttpMethod.POST, "/api/deals/*/payments"),
                                                path(HttpMethod.POST, "/api/deals/*/comments"))
                                        .hasAnyAuthority(dealWorkers)
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/decisions/**"),
                                                path(HttpMethod.POST, "/api/decisions/*/replay"),
                                                path(HttpMethod.GET, "/api/rules/**"),
                                                path(HttpMethod.GET, "/api/diagrams/**"))
                                        .hasAnyAuthority(decisionReaders)
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/drafts/**"),
                                                path(HttpMethod.GET, "/api/simulations/**"),
                                                path(HttpMethod.GET, "/api/releases/**"),
                                                path(HttpMethod.GET, "/api/changes"))
                                        .hasAnyAuthority(CHANGE_READERS)
                                        .requestMatchers(
                                                path("/api/drafts/**"),
                                                path("/api/simulations/**"),
                                                path("/api/releases/**"))
                                        .hasAnyAuthority(CHANGE_WRITERS)
                                        .requestMatchers(path("/api/nightly-runs/**"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.FINANCE,
                                                        Group.CUSTOMER_INFORMATION,
                                                        Group.CUSTOMER_SERVICE_MANAGER,
                                                        Group.GENERAL_MANAGER,
                                                        Group.AUDITOR))
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/api/processes"),
                                                path(HttpMethod.GET, "/api/migrations/**"),
                                                path(HttpMethod.POST, "/api/migrations/preview"))
                                        .hasAnyAuthority(
                                                ids(
                                                        Group.RULE_EDITOR,
                                                        Group.RULE_APPROVER,
                                                        Group.AUDITOR))
                                        .requestMatchers(path(HttpMethod.POST, "/api/migrations"))
                                        .hasAnyAuthority(ids(Group.RULE_APPROVER))
                                        .requestMatchers(path("/api/demo/**"))
                                        .hasAnyAuthority(ADMINISTRATORS, Group.GENERAL_MANAGER.id())
                                        .requestMatchers(path(HttpMethod.GET, "/api/**"))
                                        .hasAnyAuthority(readers)
                                        .anyRequest()
                                        .denyAll());
        return http.build();
    }

    /**
     * The engine's REST API. Its authorizations decide; the door keeps shut what they cannot tell.
     */
    @Bean
    @Order(2)
    SecurityFilterChain engineRest(
            HttpSecurity http,
            Doors doors,
            EngineAuthenticationProvider users,
            IdentityService identity)
            throws Exception {
        basic(http, path("/engine-rest/**"), doors, users)
                .addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(sealed("/engine-rest"))
                                        .denyAll()
                                        .anyRequest()
                                        .authenticated());
        return http.build();
    }

    /**
     * The engine's webapps sign in, keep their session and check their CSRF token themselves. Shut
     * for everybody: the page that lets anybody create a first administrator, and adding
     * departments to a task.
     */
    @Bean
    @Order(3)
    SecurityFilterChain webapps(HttpSecurity http, Doors doors) throws Exception {
        http.securityMatcher(path("/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refusals ->
                                refusals.accessDeniedHandler(doors)
                                        .authenticationEntryPoint(doors::forbidden))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                path("/camunda/api/admin/setup/**"),
                                                path("/camunda/app/*/*/setup/**"),
                                                sealed("/camunda/api/engine/engine/*"))
                                        .denyAll()
                                        .anyRequest()
                                        .permitAll());
        return http.build();
    }

    /** Health is open; figures are for machines and administrators. */
    @Bean
    @Order(4)
    SecurityFilterChain actuator(HttpSecurity http, Doors doors, EngineAuthenticationProvider users)
            throws Exception {
        basic(http, path("/actuator/**"), doors, users)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                path(HttpMethod.GET, "/actuator/health"),
                                                path(HttpMethod.GET, "/actuator/health/liveness"),
                                                path(HttpMethod.GET, "/actuator/health/readiness"))
                                        .permitAll()
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/actuator/prometheus"))
                                        .hasAnyAuthority(ADMINISTRATORS, Group.INTEGRATION.id())
                                        .anyRequest()
                                        .hasAnyAuthority(ADMIN));
        return http.build();
    }

    /** Our own pages: a form to sign in, a session, a CSRF token. */
    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http, Doors doors, EngineAuthenticationProvider users)
            throws Exception {
        MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        browser.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        http.authenticationProvider(users)
                .formLogin(form -> form.defaultSuccessUrl("/", false))
                .headers(
                        headers ->
                                headers.addHeaderWriter(
                                        new DelegatingRequestMatcherHeaderWriter(
                                                new OrRequestMatcher(
                                                        path("/figures/**"),
                                                        path("/customers/**"),
                                                        path("/changes/**")),
                                                new ContentSecurityPolicyHeaderWriter(
                                                        OWN_FILES_ONLY))))
                .exceptionHandling(
                        refusals ->
                                refusals.defaultAuthenticationEntryPointFor(
                                                new LoginUrlAuthenticationEntryPoint("/login"),
                                                browser)
                                        .defaultAuthenticationEntryPointFor(doors, request -> true)
                                        .accessDeniedHandler(doors::onPage))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(path("/error"))
                                        .permitAll()
                                        .requestMatchers(path(HttpMethod.GET, "/changes/data/**"))
                                        .hasAnyAuthority(CHANGE_READERS)
                                        .requestMatchers(path("/changes/data/**"))
                                        .hasAnyAuthority(CHANGE_WRITERS)
                                        .requestMatchers(
                                                path(HttpMethod.GET, "/"),
                                                path(HttpMethod.GET, "/figures/**"),
                                                path(HttpMethod.GET, "/customers/**"),
                                                path(HttpMethod.GET, "/changes/**"),
                                                path(HttpMethod.GET, "/webjars/chart.js/**"),
                                                path(HttpMethod.GET, "/swagger-ui/**"),
                                                path(HttpMethod.GET, "/swagger-ui.html"),
                                                path(HttpMethod.GET, "/v3/api-docs/**"),
                                                path(HttpMethod.GET, "/v3/api-docs.yaml"))
                                        .authenticated()
                                        .anyRequest()
                                        .denyAll());
        return http.build();
    }

    private static HttpSecurity basic(
            HttpSecurity http,
            RequestMatcher paths,
            Doors doors,
            EngineAuthenticationProvider users)
            throws Exception {
        return http.securityMatcher(paths)
                .authenticationProvider(users)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new CrossSiteFilter(doors), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(doors))
                .exceptionHandling(
                        refusals ->
                                refusals.authenticationEntryPoint(doors)
                                        .accessDeniedHandler(doors));
    }

    /**
     * What nobody does from outside: publishing or deleting diagrams past the approval of a second
     * person, giving a task to another department past the process, and leaving remarks and files
     * with the engine, from whose history they could not be erased.
     */
    private static RequestMatcher sealed(String engine) {
        return new OrRequestMatcher(
                path(HttpMethod.POST, engine + "/task/*/identity-links/**"),
                path(HttpMethod.POST, engine + "/task/*/comment/**"),
                path(HttpMethod.POST, engine + "/task/*/attachment/**"),
                path(HttpMethod.POST, engine + "/process-instance/*/comment/**"),
                path(HttpMethod.POST, engine + "/task/create"),
                path(HttpMethod.POST, engine + "/deployment/**"),
                path(HttpMethod.DELETE, engine + "/deployment/**"),
                path(HttpMethod.DELETE, engine + "/process-definition/**"),
                path(HttpMethod.POST, engine + "/migration/execute"),
                path(HttpMethod.POST, engine + "/migration/executeAsync"));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
