package ordinal

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAdvanceInOtherLanguages(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"en", "Seventh Meeting", "Eighth Meeting"},
		{"pt", "Seventh Meeting", "Eighth Meeting"},
		{"fr", "Septième Réunion des États parties", "Huitième Réunion des États parties"},
		{"fr", "Première Conférence d'examen", "Deuxième Conférence d'examen"},
		{"fr", "seconde session", "troisième session"},
		{"fr", "Vingtième session", "Vingt et unième session"},
		{"fr", "vingt et unième session (21e session)", "vingt-deuxième session (22e session)"},
		{"fr", "soixante-dixième session", "soixante et onzième session"},
		{"fr", "quatre-vingtième session", "quatre-vingt-unième session"},
		{"fr", "la 1re Assemblée, 8AEP", "la 2e Assemblée, 9AEP"},
		{"fr-CH", "Dix-neuvième Assemblée", "Vingtième Assemblée"},
		{"fr", "Réunion des Hautes Parties contractantes de 2018", "Réunion des Hautes Parties contractantes de 2018"},
		{"es", "Séptima Reunión de los Estados Partes", "Octava Reunión de los Estados Partes"},
		{"es", "segundo período de sesiones", "tercer período de sesiones"},
		{"es", "tercer período de sesiones", "cuarto período de sesiones"},
		{"es", "Vigésima Reunión", "Vigésima primera Reunión"},
		{"es", "Duodécima Reunión", "Decimotercera Reunión"},
		{"es", "vigésimo período de sesiones", "vigésimo primer período de sesiones"},
		{"es", "8ª sesión y 3.º período", "9ª sesión y 4.º período"},
		{"ru", "Седьмое совещание государств-участников", "Восьмое совещание государств-участников"},
		{"ru", "на третьем совещании", "на четвертом совещании"},
		{"ru", "Вторая Конференция", "Третья Конференция"},
		{"ru", "восьмой сессии", "девятой сессии"},
		{"ru", "восьмой комитет", "девятый комитет"},
		{"ru", "пятый комитет", "шестой комитет"},
		{"ru", "пятой сессией", "шестой сессией"},
		{"ru", "Двадцатое совещание", "Двадцать первое совещание"},
		{"ru", "двадцать первого совещания", "двадцать второго совещания"},
		{"ru", "8-е совещание", "9-е совещание"},
	} {
		if got := AdvanceIn(c.language, c.text, 1); got != c.want {
			t.Errorf("%s: %q becomes %q, not %q", c.language, c.text, got, c.want)
		}
	}
}

// TestOrdinalsGoOnAndBack: an ordinal of a language that is moved on by some is that of the later
// number, and moved back it is what it was.
func TestOrdinalsGoOnAndBack(t *testing.T) {
	nouns := map[string]string{"fr": " session", "es": " sesión", "ru": " совещание"}
	shapes := map[string]slot{"fr": "f", "es": "f", "ru": "ое"}
	rapid.Check(t, func(t *rapid.T) {
		language := rapid.SampledFrom([]string{"fr", "es", "ru"}).Draw(t, "language")
		from := rapid.IntRange(1, most).Draw(t, "from")
		to := rapid.IntRange(1, most).Draw(t, "to")
		forms := tongues[language]().forms
		before := forms[from][shapes[language]][0] + nouns[language]
		after := forms[to][shapes[language]][0] + nouns[language]
		if got := AdvanceIn(language, before, to-from); got != after {
			t.Fatalf("%q by %d is %q, not %q", before, to-from, got, after)
		}
	})
}

func TestIn(t *testing.T) {
	for word, want := range map[string]int{"Huitième": 8, "huit": 0, "cinquième": 5, "neuvième": 9} {
		if got := In("fr", word); got != want {
			t.Errorf("%q is %d, not %d", word, got, want)
		}
	}
	if In("ru", "восьмого") != 8 || In("es", "Octava") != 8 || In("", "Eighth") != 8 {
		t.Error("an ordinal is not known")
	}
}
