package report

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// sarifArtifact says where a file is.
type sarifArtifact struct {
	URI         string        `json:"uri,omitempty"`
	BaseID      string        `json:"uriBaseId,omitempty"`
	Index       *int          `json:"index,omitempty"`
	Description *sarifMessage `json:"description,omitempty"`
}

// sarifFile is a file that was read.
type sarifFile struct {
	Location sarifArtifact `json:"location"`
	Roles    []string      `json:"roles,omitempty"`
}

// sarifFiles are the files that results refer to, each once.
type sarifFiles struct {
	report Report
	list   []sarifFile
	index  map[string]int // by address: a file that is named in two ways is one
}

func newSARIFFiles(r Report) sarifFiles {
	return sarifFiles{report: r, list: []sarifFile{}, index: map[string]int{}}
}

// add returns the number of a file; one that is not known yet is added.
func (s *sarifFiles) add(name string, roles ...string) int {
	artifact := newSARIFArtifact(s.report, name)
	if i, known := s.index[artifact.URI]; known {
		return i
	}
	if name == stdin {
		roles = append(roles, "standardStream")
	}
	s.index[artifact.URI] = len(s.list)
	s.list = append(s.list, sarifFile{artifact, roles})
	return len(s.list) - 1
}

// at refers to a file.
func (s *sarifFiles) at(name string) sarifArtifact {
	i := s.add(name)
	artifact := newSARIFArtifact(s.report, name)
	artifact.Index, artifact.Description = &i, nil
	return artifact
}

// newSARIFArtifact writes a path as an address. Standard input has none; it is told
// by its number and its description.
func newSARIFArtifact(r Report, name string) sarifArtifact {
	known := r.known(name)
	switch {
	case name == stdin:
		return sarifArtifact{Description: &sarifMessage{Text: "Standard input."}}
	case known != "":
		return sarifArtifact{URI: escapePath(known), BaseID: sarifRoot}
	case strings.HasPrefix(name, `\\`): // a share of a Windows network
		return sarifArtifact{URI: "file:" + escapePath(slashed(name))}
	case strings.HasPrefix(slashed(name), "/"):
		return sarifArtifact{URI: "file://" + escapePath(r.path(name))}
	case drive().MatchString(slashed(name)):
		return sarifArtifact{URI: "file:///" + name[:2] + escapePath(r.path(name)[2:])}
	}
	return sarifArtifact{URI: escapePath(r.path(name)), BaseID: sarifRoot}
}

var drive = pattern.Lazy(`^[A-Za-z]:/`)

// escapePath escapes all that might mean something in an address, the colon too: in
// front of the first slash it would end the name of a scheme.
func escapePath(name string) string {
	var b strings.Builder
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
