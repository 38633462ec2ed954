package docx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"context"
	_ "embed"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/render/internal/cancel"
)

//go:embed parts/styles.xml
var styles string

//go:embed parts/settings.xml
var settings string

//go:embed parts/fontTable.xml
var fontTable []byte

// part is one file of the package.
type part struct {
	name  string
	kind  string // its content type, "" where the name's ending says it
	bytes []byte
	write func(*writer) // writes a part that is too long to be kept whole, instead of bytes
}

// relation is a part that another refers to by an id.
type relation struct{ id, kind, target string }

const (
	wordType   = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	officeType = "application/vnd.openxmlformats-officedocument."
)

// packer is a package being written.
type packer struct {
	out bytes.Buffer
	zip *zip.Writer
}

// pack writes a package except its last part; the parts come in the order given.
func (b *body) pack(parts []part) (*packer, error) {
	p := &packer{}
	p.out.Grow(1 << 16)
	p.zip = zip.NewWriter(&p.out)
	p.zip.RegisterCompressor(zip.Deflate, squeezed())
	for _, part := range parts {
		if err := p.put(part, b.watch); err != nil {
			return nil, err
		}
	}
	return p, b.watch.Err()
}

// finish ends the package with its last part.
func (p *packer) finish(last part) ([]byte, error) {
	if err := p.put(last, cancel.New(context.Background())); err != nil {
		return nil, err
	}
	err := p.zip.Close()
	return p.out.Bytes(), err
}

// squeezed returns a compressor that serves one part after another: making one costs
// more than what it does for a small part.
func squeezed() zip.Compressor {
	var one *flate.Writer
	return func(w io.Writer) (io.WriteCloser, error) {
		if one != nil {
			one.Reset(w)
			return one, nil
		}
		var err error
		one, err = flate.NewWriter(w, flate.BestSpeed)
		return one, err
	}
}

// put adds a part, a stretch at a time.
func (p *packer) put(part part, watch *cancel.Watch) error {
	const stretch = 1 << 16
	// No clock: all files are of the day when zip files begin.
	w, err := p.zip.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	if part.write != nil {
		out := writer{out: w}
		out.Grow(2 * full)
		part.write(&out)
		return cmp.Or(out.flush(), watch.Err())
	}
	for bytes := range slices.Chunk(part.bytes, stretch) {
		if watch.Ended() {
			return watch.Err()
		}
		if _, err := w.Write(bytes); err != nil {
			return err
		}
	}
	return nil
}

// contentTypes says what each part is.
func contentTypes(parts []part) part {
	var w writer
	w.raw(prolog, `<Types xmlns="`, packageNS, `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`)
	w.raw(`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>`)
	for _, p := range parts {
		if p.kind != "" {
			w.raw(`<Override PartName="/`, p.name, `" ContentType="`, p.kind, `"/>`)
		}
	}
	w.raw(`</Types>`)
	return part{name: "[Content_Types].xml", bytes: w.Bytes()}
}

// relations writes a part's relationships.
func relations(name string, list []relation) part {
	var w writer
	w.raw(prolog, `<Relationships xmlns="`, packageNS, `relationships">`)
	for _, r := range list {
		kind := r.kind
		if !strings.HasPrefix(kind, "http") {
			kind = officeNS + "/" + kind
		}
		w.raw(`<Relationship Id="`, r.id, `" Type="`, kind, `" Target="`)
		w.text(r.target)
		w.raw(`"`)
		if r.kind == "hyperlink" {
			w.raw(` TargetMode="External"`)
		}
		w.raw(`/>`)
	}
	w.raw(`</Relationships>`)
	return part{name: name, bytes: w.Bytes()}
}

func linkID(n int) string  { return "link" + strconv.Itoa(n) }
func chartID(n int) string { return "chart" + strconv.Itoa(n) }

// spoken puts a language in the place that a part keeps for it.
func spoken(part, language string) []byte {
	var w writer
	w.text(locale(language))
	return []byte(strings.ReplaceAll(part, "LANGUAGE", w.String()))
}

// locale names a language as Word does, with a country. Documents of the United
// Nations are in British English.
func locale(language string) string {
	if full, known := map[string]string{"": "en-GB", "en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA", "zh": "zh-CN"}[language]; known {
		return full
	}
	const longest = 84 // what a file may have
	if len(language) > longest {
		return "en-GB"
	}
	return language
}
