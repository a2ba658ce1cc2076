package chat.parley.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void namesOfEveryScriptStayAsTheyAre() {
        for (String name : new String[] {"Übersicht 2026.pdf", "تقرير.docx", "報告書.txt", "👩‍🚀.png", "a&b <c>.html"}) {
            assertThat(FileName.of(name)).isEqualTo(name);
        }
        assertThat(FileName.of("U\u0308bersicht.pdf")).isEqualTo("Übersicht.pdf");
    }

    @Test
    void nothingInANameLeadsElsewhere() {
        assertThat(FileName.of("../../etc/passwd")).isEqualTo(".._.._etc_passwd");
        assertThat(FileName.of("C:\\temp\\x.exe")).isEqualTo("C:_temp_x.exe");
        assertThat(FileName.of("..")).isEqualTo("file");
    }

    @Test
    void nothingInANameTurnsItOrIsUnseen() {
        assertThat(FileName.of("photo\u202Egpj.exe")).isEqualTo("photogpj.exe");
        assertThat(FileName.of("a\r\nContent-Type: text/html\u2028b\0\u2066.txt"))
                .isEqualTo("aContent-Type: text_htmlb.txt");
        assertThat(FileName.of(" \u200B\t ")).isEqualTo("file");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String name = FileName.of("𝒙".repeat(300) + ".jpeg");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(200);
        assertThat(name).endsWith("𝒙.jpeg");
    }
}
