package cli

import (
	"sync"

	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/language"
)

// skeletons keeps the template and the languages of a run, so that a thousand plans
// read them once. Nothing changes them after they are read.
type skeletons struct {
	mu    sync.Mutex
	known map[string]*skeleton
}

type skeleton struct {
	template *compose.Template
	language *language.Language
}

// load sets the template and the language of a plan. One with findings is read anew
// for each plan, since each plan reports them.
func (s *skeletons) load(c compiler, in *compose.Input) ([]diag.Finding, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	key := in.Plan.Document.Language.Value
	if k, ok := s.known[key]; ok {
		in.Template, in.Language = k.template, k.language
		return nil, true, nil
	}
	findings, ok, err := c.skeleton(in)
	if ok && err == nil && len(findings) == 0 {
		if s.known == nil {
			s.known = map[string]*skeleton{}
		}
		s.known[key] = &skeleton{template: in.Template, language: in.Language}
	}
	return findings, ok, err
}
