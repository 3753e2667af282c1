package io.hostpulse.alerter.route;

import static io.hostpulse.common.alert.AlertLevel.CRITICAL;
import static io.hostpulse.common.alert.AlertLevel.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InhibitionTest {

    private static final String SAME_DISK = """
            group_window: 0
            inhibit:
              dead_disk:
                source: {rule: dead, level: critical}
                target: {component: disk}
                equal: [dimension]
            """;

    private final Scene scene = Scene.of(SAME_DISK, Scene.everything("all"));

    @Test
    void theTargetIsHeldBackWhileTheSourceFires() {
        scene.fire("disk/dead{sda}", CRITICAL).at(10).fire("disk/slow{sda}", WARNING);
        scene.at(20)
                .fire("disk/slow{sdb}", WARNING)
                .at(500)
                .resolve("disk/dead{sda}")
                .at(600);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/dead{sda} CRITICAL",
                        "20 all FIRING disk/slow{sdb} WARNING",
                        "500 all RESOLVED disk/dead{sda} CRITICAL",
                        "500 all FIRING disk/slow{sda} WARNING");
        assertThat(scene.unsent()).containsExactly("10 all inhibited");
    }

    @Test
    void ofWhatComesAndGoesMeanwhileNobodyIsTold() {
        scene.fire("disk/dead{sda}", CRITICAL).at(10).fire("disk/slow{sda}", WARNING);
        scene.at(20).resolve("disk/slow{sda}").at(500).resolve("disk/dead{sda}").at(600);
        assertThat(scene.log()).hasSize(2);
    }

    @Test
    void whatWasToldBeforeIsStillToldToBeOver() {
        scene.fire("disk/slow{sda}", WARNING).at(10).fire("disk/dead{sda}", CRITICAL);
        scene.at(20).change("disk/slow{sda}", CRITICAL).at(30).resolve("disk/slow{sda}");
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/slow{sda} WARNING",
                        "10 all FIRING disk/dead{sda} CRITICAL",
                        "30 all RESOLVED disk/slow{sda} CRITICAL");
    }

    @Test
    void causeAndEffectAtOneMomentAreToldAsTheCauseAlone() {
        scene.fire("disk/slow{sda}", WARNING).fire("disk/dead{sda}", CRITICAL);
        assertThat(scene.log()).containsExactly("0 all FIRING disk/dead{sda} CRITICAL");
    }

    @Test
    void rulesThatDependOnOthersAreHeldBackInChains() {
        RuleRouting rules = new RuleRouting(Map.of(), Map.of("b", List.of("a"), "c", List.of("b")));
        Scene chain = new Scene("group_window: 0", rules, Scene.START, Scene.everything("all"));
        chain.fire("x/a", WARNING).fire("x/b", WARNING).fire("x/c", WARNING);
        chain.at(10).resolve("x/a").at(20).resolve("x/b").at(30);
        assertThat(chain.log())
                .containsExactly(
                        "0 all FIRING x/a WARNING",
                        "10 all RESOLVED x/a WARNING",
                        "10 all FIRING x/b WARNING",
                        "20 all RESOLVED x/b WARNING",
                        "20 all FIRING x/c WARNING");
    }

    @Test
    void alertsThatWouldOnlyHoldBackEachOtherAreAllTold() {
        RuleRouting rules = new RuleRouting(Map.of(), Map.of("a", List.of("b"), "b", List.of("a")));
        Scene circle = new Scene("", rules, Scene.START, Scene.everything("all"));
        circle.fire("x/a", WARNING).fire("x/b", WARNING);
        assertThat(circle.log()).containsExactly("0 all FIRING x/a WARNING, x/b WARNING");
    }

    @Test
    void anAlertNeverHoldsBackItself() {
        Scene all = Scene.of("""
                inhibit:
                  worse: {source: {rule: "*", level: critical}, target: {rule: "*"}, equal: [rule]}
                """, Scene.everything("all"));
        all.fire("disk/full{path=/}", CRITICAL).fire("disk/full{path=/home}", WARNING);
        assertThat(all.log()).containsExactly("0 all FIRING disk/full{path=/} CRITICAL");
    }

    @Test
    void cyclesAreFound() {
        assertThat(DependencyCycles.find(Map.of("a", List.of("b"), "b", List.of("c"))))
                .isEmpty();
        assertThat(DependencyCycles.find(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a"))))
                .contains(List.of("a", "b", "c", "a"));
        assertThat(DependencyCycles.find(Map.of("a", List.of("a")))).contains(List.of("a", "a"));
    }
}
