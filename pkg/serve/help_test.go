package serve

import "testing"

// Links of pages lead to pages, to other sites as they are, and to nothing else.
func TestHelpLink(t *testing.T) {
	for target, want := range map[string]string{
		"#waivers":               "#waivers",
		"rules.md":               "/help/rules?plan=a%26b.yaml",
		"rules.md#b101-x":        "/help/rules?plan=a%26b.yaml#b101-x",
		"https://example.org/":   "https://example.org/",
		"../plans/2018.yaml":     "",
		"../CONTRIBUTING.md":     "",
		"javascript:alert(1)":    "",
		"http://example.org/":    "",
		"//example.org/rules.md": "",
	} {
		if got := helpLink(target, "a&b.yaml"); got != want {
			t.Errorf("%s leads to %q, want %q", target, got, want)
		}
	}
	if got := helpLink("rules.md", ""); got != "/help/rules" {
		t.Errorf("without a plan it leads to %q", got)
	}
}
