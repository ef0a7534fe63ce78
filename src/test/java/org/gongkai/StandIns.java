package org.gongkai;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gongkai.database.RowScope;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.organisation.BodyKind;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** 身份和机构名录落地之前的替身；有了真的就自动让开。 Step aside as soon as the real beans exist. */
@TestConfiguration(proxyBeanMethods = false)
class StandIns {

    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    @Bean
    @ConditionalOnMissingBean(CurrentActor.class)
    CurrentActor currentActorStandIn() {
        return new CurrentActor() {
            @Override
            public Actor get() {
                return ACTOR.isBound() ? ACTOR.get() : Actor.ANONYMOUS;
            }

            @Override
            public <T> T callAs(Actor actor, Callable<T> task) {
                return ScopedValue.where(ACTOR, actor).call(() -> {
                    try {
                        return task.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean(RowScope.Source.class)
    RowScope.Source rowScopeStandIn(CurrentActor current) {
        return () -> current.get().district()
                ? RowScope.ALL
                : RowScope.of(List.copyOf(current.get().bodies()));
    }

    @Bean
    @ConditionalOnMissingBean(PublicBodies.class)
    PublicBodies publicBodiesStandIn() {
        return new PublicBodies() {
            @Override
            public Optional<PublicBody> find(String code) {
                return Optional.of(new PublicBody(
                        code, code + "局", code, List.of(), null, BodyLevel.COUNTY, BodyKind.DEPARTMENT, Set.of(), ""));
            }

            @Override
            public List<PublicBody> all() {
                return List.of();
            }

            @Override
            public List<PublicBody> named(String name) {
                return List.of();
            }

            @Override
            public Set<String> subtree(String code) {
                return Set.of(code);
            }

            @Override
            public Optional<PublicBody> root() {
                return Optional.empty();
            }
        };
    }
}
