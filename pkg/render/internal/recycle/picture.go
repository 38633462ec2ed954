package recycle

import (
	"bytes"
	"image"
	"image/png"

	"golang.org/x/image/vector"
)

// PNG draws the sign as a picture of so many pixels a side, black on white.
func PNG(side int) ([]byte, error) {
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
	err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, out)
	return b.Bytes(), err
}
