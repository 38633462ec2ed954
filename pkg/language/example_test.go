package language_test

import (
	"fmt"
	"log"
	"time"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// A language writes amounts, dates and numbers as its readers expect them.
func Example() {
	text, err := templates.Files.ReadFile("languages/en.yaml")
	if err != nil {
		log.Fatal(err)
	}
	english, findings, ok := language.Load(source.NewFile("en.yaml", text))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	from := time.Date(2018, time.September, 3, 0, 0, 0, 0, time.UTC)
	fmt.Println(english.Amount("CHF", money.New(465440), 0))
	fmt.Println(english.Percent(money.New(20)))
	fmt.Println(english.Day(from))
	fmt.Println(english.Range(from, from.AddDate(0, 0, 2)))
	fmt.Println(english.Small(3), english.Small(12))
	fmt.Println(english.And([]string{"Salaries", "Social charges", "Travel"}))
	// Output:
	// CHF 465,440
	// 20%
	// 3 September 2018
	// 3–5 September 2018
	// three 12
	// Salaries, Social charges and Travel
}
