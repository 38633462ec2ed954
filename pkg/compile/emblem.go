package compile

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // the other form that emblems have
	"image/png"
	"io/fs"

	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
)

// mostPixels is how many pixels a side of an emblem may have: 600 to the inch for one that is as
// wide as a page.
const mostPixels = 5000

// emblem reads the picture that the template names, from the template's folder or below it; nil
// where it names none, or one that cannot be read, which is a finding.
func (u *Unit) emblem() *document.Picture {
	spec := &u.Template.Masthead.Emblem
	if !spec.File.IsSet() {
		return nil
	}
	refuse := func(message, hint string) *document.Picture {
		u.Findings = append(u.Findings, diag.Finding{Rule: compose.NoEmblem, Span: spec.File.Span(), Message: message, Hint: hint})
		return nil
	}
	folder := u.compiler.Template.Folder
	if folder == nil || !fs.ValidPath(spec.File.Value) {
		return refuse("the emblem does not lie beside the template", "write its path from the template's own folder, such as emblem.png")
	}
	text, err := readFile(folder, spec.File.Value)
	if err != nil {
		return refuse("the emblem cannot be read: "+Reason(err), "correct its path, which begins in the template's folder")
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(text))
	if err != nil || size.Width < 1 || size.Height < 1 {
		return refuse("the emblem is no picture that isuplan can read", "save it as PNG or JPEG")
	}
	if size.Width > mostPixels || size.Height > mostPixels {
		return refuse("the emblem has more pixels than a page can show", "save it smaller, with at most 5,000 pixels a side")
	}
	picture, err := flattened(text)
	if err != nil {
		return refuse("the emblem is no picture that isuplan can read", "save it as PNG or JPEG")
	}
	return &document.Picture{PNG: picture, Wide: size.Width, High: size.Height, Text: spec.Text.Value, Millimetres: spec.Height.Value}
}

// flattened draws a picture anew, on white paper: what else its file has, such as where it was
// taken, does not come along.
func flattened(file []byte) ([]byte, error) {
	in, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	out := image.NewRGBA(image.Rect(0, 0, in.Bounds().Dx(), in.Bounds().Dy()))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), in, in.Bounds().Min, draw.Over)
	var b bytes.Buffer
	err = png.Encode(&b, out)
	return b.Bytes(), err
}
