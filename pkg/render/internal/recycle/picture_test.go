package recycle

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"testing"

	"golang.org/x/image/vector"
)

var update = flag.Bool("update", false, "draw the picture anew")

// TestThePictureIsTheSign as its outlines have it.
func TestThePictureIsTheSign(t *testing.T) {
	want := drawn(t, Pixels)
	if *update {
		if err := os.WriteFile("sign.png", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	a, err := png.Decode(bytes.NewReader(PNG()))
	if err != nil {
		t.Fatal(err)
	}
	b, err := png.Decode(bytes.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	if got, sign := a.(*image.Gray), b.(*image.Gray); got.Rect != sign.Rect || !bytes.Equal(got.Pix, sign.Pix) {
		t.Error("the picture is another one; run the test with -update")
	}
}

// drawn draws the sign as a picture of so many pixels a side, black on white.
func drawn(t *testing.T, side int) []byte {
	t.Helper()
	r := vector.NewRasterizer(side, side)
	at := func(n int) float32 { return float32(n) * float32(side) / Side }
	for _, arrow := range Arrows {
		r.MoveTo(at(arrow[0].X), at(arrow[0].Y))
		for _, p := range arrow[1:] {
			r.LineTo(at(p.X), at(p.Y))
		}
		r.ClosePath()
	}
	ink := image.NewAlpha(image.Rect(0, 0, side, side))
	r.Draw(ink, ink.Bounds(), image.Opaque, image.Point{})
	out := image.NewGray(ink.Bounds())
	for i, a := range ink.Pix {
		out.Pix[i] = 0xFF - a
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, out); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
