package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// bom is a list of what is in the programs, in the form of CycloneDX 1.6.
type bom struct {
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Serial     string      `json:"serialNumber"`
	Version    int         `json:"version"`
	Metadata   metadata    `json:"metadata"`
	Components []component `json:"components"`
	Relations  []relation  `json:"dependencies"`
}

type metadata struct {
	Time      string    `json:"timestamp"`
	Component component `json:"component"`
}

type component struct {
	Type     string    `json:"type"`
	Ref      string    `json:"bom-ref"`
	Name     string    `json:"name"`
	Version  string    `json:"version"`
	Hashes   []hash    `json:"hashes,omitempty"`
	Licences []licence `json:"licenses,omitempty"`
	Purl     string    `json:"purl"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type licence struct {
	Expression string `json:"expression"` // of SPDX
}

type relation struct {
	Ref string   `json:"ref"`
	On  []string `json:"dependsOn,omitempty"`
}

// writeSBOM writes what is in the programs, as they themselves say. Its time is the commit's,
// and its id is made of what it lists.
func (r *release) writeSBOM(out string) error {
	b, err := r.bom()
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, fmt.Sprintf("isuplan_%s_sbom.cdx.json", r.version)), append(text, '\n'), plain)
}

func (r *release) bom() (*bom, error) {
	known, err := dependencies(r.root)
	if err != nil {
		return nil, err
	}
	own := newComponent("application", "github.com/isuplan/isuplan", "v"+r.version, "MIT")
	b := &bom{Format: "CycloneDX", Spec: "1.6", Version: 1, Metadata: metadata{r.time.Format(time.RFC3339), own}}
	for _, p := range r.made {
		info, err := buildinfo.Read(bytes.NewReader(p.bytes))
		if err != nil {
			return nil, err
		}
		b.add(newComponent("library", "std", strings.TrimPrefix(info.GoVersion, "go"), "BSD-3-Clause"))
		for _, m := range info.Deps {
			at := slices.IndexFunc(known, func(d dependency) bool { return d.path == m.Path })
			if at < 0 {
				return nil, fmt.Errorf("%s is not in docs/dependencies.md", m.Path)
			}
			c := newComponent("library", m.Path, m.Version, known[at].licence)
			if c.Hashes, err = hashes(m.Sum); err != nil {
				return nil, err
			}
			b.add(c)
		}
	}
	relations := []relation{{Ref: own.Ref}}
	for _, c := range b.Components {
		relations[0].On = append(relations[0].On, c.Ref)
	}
	b.Relations = relations
	b.Serial = serial(r.commit + "\n" + strings.Join(relations[0].On, "\n"))
	return b, nil
}

// add puts a component in its place, once.
func (b *bom) add(c component) {
	at, found := slices.BinarySearchFunc(b.Components, c.Ref, func(a component, ref string) int { return strings.Compare(a.Ref, ref) })
	if !found {
		b.Components = slices.Insert(b.Components, at, c)
	}
}

func newComponent(kind, path, version, expression string) component {
	purl := "pkg:golang/" + path + "@" + version
	return component{Type: kind, Ref: purl, Name: path, Version: version, Purl: purl, Licences: []licence{{expression}}}
}

// hashes turns a sum of go.sum into the digits that other programs know: it is the SHA-256 of
// the list of the module's files with theirs.
func hashes(sum string) ([]hash, error) {
	digest, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(sum, "h1:"))
	return []hash{{"SHA-256", fmt.Sprintf("%x", digest)}}, err
}

// serial makes an id (RFC 9562, version 8) of a text, so that the same text has the same.
func serial(text string) string {
	id := sha256.Sum256([]byte(text))
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:16])
}
