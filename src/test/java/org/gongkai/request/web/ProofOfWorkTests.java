package org.gongkai.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("验算")
class ProofOfWorkTests {

    private final ProofOfWork proofs =
            new ProofOfWork(Clock.fixed(Instant.parse("2026-03-02T00:00:00Z"), ZoneOffset.UTC));

    @Test
    @DisplayName("出题时说多难就多难：算的时候别人又交了几件，变难了，已经出的题照样算数；改过难度的不算")
    void what_was_asked_is_what_counts() {
        int easier = ProofOfWork.bits(1);
        assertThat(ProofOfWork.bits(6)).isGreaterThan(easier);
        var challenge = proofs.challenge(easier);
        assertThat(proofs.take(solved(challenge.replace("." + easier + ".", ".1."), 1)))
                .isFalse();
        var answer = solved(challenge, easier);
        assertThat(proofs.take(answer)).isTrue();
        assertThat(proofs.take(answer)).as("只能用一次").isFalse();
        proofs.giveBack(answer);
        assertThat(proofs.take(answer)).isTrue();
    }

    private static String solved(String challenge, int bits) {
        for (long counter = 0; ; counter++) {
            var answer = challenge + ":" + counter;
            if (ProofOfWork.zeroBits(ProofOfWork.digest(answer)) >= bits) {
                return answer;
            }
        }
    }
}
