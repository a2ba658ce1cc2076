package chat.parley.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class PositionsTest {

    @Test
    void aCursorBringsThePositionsBack() {
        Positions positions = Positions.all(4, 17).with(2, 1L << 40);
        assertThat(Positions.ofCursor(positions.cursor(), 4)).contains(positions);
    }

    @Test
    void whatIsNoCursorOfThisKindIsNone() {
        assertThat(Positions.ofCursor("not base64!", 4)).isEmpty();
        assertThat(Positions.ofCursor("", 4)).isEmpty();
        assertThat(Positions.ofCursor(Positions.all(3, 17).cursor(), 4)).isEmpty();
        byte[] ofAnotherVersion =
                Base64.getUrlDecoder().decode(Positions.all(4, 17).cursor());
        ofAnotherVersion[0] = 2;
        assertThat(Positions.ofCursor(Base64.getUrlEncoder().encodeToString(ofAnotherVersion), 4))
                .isEmpty();
    }

    @Test
    void aHeadRaisesOnlyWhatIsBehindIt() {
        Positions positions = Positions.all(2, 5).with(1, 9).atLeast(7);
        assertThat(positions.toArray()).containsExactly(7, 9);
    }
}
