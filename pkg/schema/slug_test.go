package schema

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"Long trip":            "long-trip",
		"2 trips":              "trips",
		"Réunion régionale":    "reunion-regionale",
		"Équipement et œuvres": "equipement-et-oeuvres",
		"Misión en España":     "mision-en-espana",
		"Директор":             "direktor",
		"Главный специалист (С-5)": "glavnyy-spetsialist-s-5",
		"Съезд":                     "sezd",
		"中文":                        "",
		"Re\u0301union — 3e partie": "reunion-3e-partie",
	} {
		if got := Slug(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

// TestSlugsAreIDs: what is made of a text is an id, or nothing.
func TestSlugsAreIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if id := Slug(text); id != "" && !IsID(id) {
			t.Fatalf("%q is no id", id)
		}
	})
}
