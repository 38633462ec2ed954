package proof

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback"
)

// seal reports a file that was made of another plan, or of this plan before a change, and
// a seal that no isuplan has written.
func seal(s readback.Seal, a *Against) []Difference {
	altered := func(format string, args ...any) []Difference {
		return []Difference{{Kind: Sealed, doubt: fmt.Sprintf(format, args...)}}
	}
	program := program(a.Seal.Tool)
	switch {
	case s == readback.Seal{}:
		return nil
	case s.Plan != "" && !strings.EqualFold(s.Plan, a.Plan):
		return []Difference{{Kind: Sealed, Got: strings.ToLower(s.Plan), Want: a.Plan}}
	case a.Seal == readback.Seal{}: // what it should be is not known
		return nil
	case s.Plan == "" || s.Tool == "" || s.Check == "":
		return altered("its seal is incomplete, as isuplan writes none: it was altered")
	case !strings.HasPrefix(s.Tool, program+" "):
		return altered("its seal says that “%s” made it, which is no version of %s: it was altered", abridged(s.Tool), program)
	case s.Tool == a.Seal.Tool && s.Check != a.Seal.Check:
		return altered("its seal says that check said “%s”, but of this plan the same version says “%s”: the seal was altered, or a file beside the plan was", abridged(s.Check), abridged(a.Seal.Check))
	}
	return nil
}

// abridged cuts a text that somebody may have written.
func abridged(s string) string {
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest]) + " …"
	}
	return s
}

// program is a program's name without its version.
func program(tool string) string {
	name, _, _ := strings.Cut(tool, " ")
	return name
}
