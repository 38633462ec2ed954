package document_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

func TestIsRightToLeft(t *testing.T) {
	for code, want := range map[string]bool{"ar": true, "fa-IR": true, "HE": true, "ps": true, "yi": true, "ur-PK": true, "": false, "en": false, "fr-CA": false, "arn": false, "zh-Hant": false} {
		if got := document.IsRightToLeft(code); got != want {
			t.Errorf("%q: %v", code, got)
		}
	}
}
