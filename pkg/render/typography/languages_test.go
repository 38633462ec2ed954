package typography_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/render/typography"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// TestLanguages: where no line ends (~) in what the languages that come with isuplan have together.
func TestLanguages(t *testing.T) {
	for _, c := range []struct{ code, typed, printed string }{
		{"en", `On 1 January 2025, in January 2025 and May 8: you may go, 5 maybe, 12 000 000`, `On 1~January~2025, in January~2025 and May~8: you may go, 5 maybe, 12~000~000`},
		{"en", `7–9 September 2025`, `7–9 September~2025`},
		{"en", `Mr. Smith cites Article 5 at 10 a.m.; 'tis done`, `Mr.~Smith cites Article~5 at 10~a.m.; ’tis done`},
		{"fr", `Le 1er janvier 2025, le 2 juin et en juin 2025, l'article 5, Mme Dupont`, `Le 1er~janvier~2025, le 2~juin et en juin~2025, l’article~5, Mme~Dupont`},
		{"fr", `1er juin, 1 500 CHF`, `1er~juin, 1~500~CHF`},
		{"fr", `du 1er juin, Mme Durand`, `du 1er~juin, Mme~Durand`},
		{"fr", `chez Mme Durand`, `chez Mme~Durand`},
		{"es", `El 1 de enero de 2025, en enero de 2026, EE. UU., 10 a. m., el Sr. Paz`, `El 1~de~enero~de~2025, en enero~de~2026, EE.~UU., 10~a.~m., el Sr.~Paz`},
		{"ru", `1 января 2025 года, январь 2025 г., т. е. рис. 3 и т. д. с планом`, `1~января~2025~года, январь~2025~г., т.~е. рис.~3 и т.~д. с планом`},
		{"ru", `А.С. Пушкина, 5 млн`, `А.С.~Пушкина, 5~млн`},
	} {
		name := c.code + ".yaml"
		text, err := templates.Files.ReadFile("languages/" + name)
		if err != nil {
			t.Fatal(err)
		}
		l, findings, ok := language.Load(source.NewFile(name, text))
		if !ok {
			t.Fatal(findings)
		}
		page := typography.String(c.typed, l.Setting())
		if got := strings.ReplaceAll(page, "\u00a0", "~"); got != c.printed {
			t.Errorf("%s: got  %s\nwant %s", c.code, got, c.printed)
		}
		if got := typography.Typed(page, c.typed, l.Setting()); got != c.typed {
			t.Errorf("%s is typed %s", page, got)
		}
	}
}
