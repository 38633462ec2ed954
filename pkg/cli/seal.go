package cli

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/report"
)

// program is what a built file says that it was made by.
const program = "isuplan " + Version

// sealOf returns what the built files say of their plan, and what to call with the
// findings once they are known: the renderers wait for it, at their very end.
func sealOf(c *compiled) (get func() document.Seal, found func([]diag.Finding)) {
	s := document.Seal{Plan: c.file.SHA256(), Tool: program}
	known := make(chan struct{})
	get = func() document.Seal {
		<-known
		return s
	}
	return get, func(findings []diag.Finding) {
		s.Check = report.Count(findings)
		close(known)
	}
}
