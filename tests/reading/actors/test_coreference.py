"""Who is meant: short forms, titles, nouns and pronouns joined to the actors named before."""

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.parser import parse


def meant(text: str, word: str, occurrence: int = 0) -> list[str]:
    """Return the names of the actors meant at an occurrence of a word."""
    doc = parse(text)
    cast = cast_actors(doc, ())
    token = [token for token in doc if token.text == word][occurrence]
    return [cast.actors[number].name for number in cast.of(token)]


CASES = [
    # short forms of names
    ("Karim al-Haddad left. Reporters waited for al-Haddad.", "Haddad", 1, ["Karim al-Haddad"]),
    ("Recep Tayyip Erdoğan spoke. Later Erdogan left.", "Erdogan", 0, ["Recep Tayyip Erdoğan"]),
    ("The Coastal Workers Front (CWF) marched. The CWF sang.", "CWF", 1, ["Coastal Workers Front"]),
    ("Halden Motor Company cut jobs. Halden blamed the taxes.", "Halden", 1, ["Halden Motor Company"]),
    ("Belfar Air lost its permit. Ministers fined Belfar. Pilots praised Belfar.", "Belfar", 2, ["Belfar Air"]),
    # whom a title, a state or a seat means
    ("The Kazakh authorities arrested a poet.", "authorities", 0, ["Kazakhstan"]),
    ("The European Union met. Brussels threatened sanctions.", "Brussels", 0, ["European Union"]),
    ("Nobody from the police had come.", "Nobody", 0, []),
    ("Deputy minister for water resources Olu Bello left.", "minister", 0, ["Olu Bello"]),
    ("The observer Dame Ada Novak left.", "observer", 0, ["Ada Novak"]),
    ("Peruvian and Uzbek border guards met.", "Uzbek", 0, ["Uzbekistan"]),
    # several people
    ("Two judges of the high court in Oslo, Jon Berg and Ada Novak, left.", "judges", 0, ["Jon Berg", "Ada Novak"]),
    ("Police charged Jon Berg and Ada Novak. Both were acquitted.", "Both", 0, ["Jon Berg", "Ada Novak"]),
    ("Peru met Chile. Jon Berg and Ada Novak watched. Both nations agreed.", "nations", 0, ["Peru", "Chile"]),
    ("Peru fought Chile for a day. The neighbours had clashed before.", "neighbours", 0, ["Peru", "Chile"]),
    ("Peru fought Chile. The Vatican urged the warring parties to talk.", "parties", 0, ["Peru", "Chile"]),
    ("Peru fought Chile. The opposition parties cheered.", "parties", 0, ["opposition parties"]),
    ("Police shot at dozens of protesters.", "dozens", 0, ["protesters"]),
    ("Ana Bell met rebels, many of whom had fled.", "many", 0, ["rebels"]),
    # a phrase before the clause points at its subject; a thing does not own what stands beside it
    ("Jon Berg spoke. In his talks with rebels, Karl Ode asked for aid.", "his", 0, ["Karl Ode"]),
    ("The envoy cited Cuba's plan and its aims.", "its", 0, ["Cuba"]),
    # what somebody was before
    ("The president met Jon Berg, formerly the president of Halden Bank.", "president", 1, ["Jon Berg"]),
    ("Police charged Jon Berg. This individual was armed.", "individual", 0, ["Jon Berg"]),
    ("Legislators marched. The lawmakers then sang.", "lawmakers", 0, ["Legislators"]),
    ("US troops left. American forces stayed away.", "troops", 0, ["American forces"]),
    # a bare noun completes the one before it, unless the two stand against each other
    ("Angry officials and analysts left.", "analysts", 0, ["Angry officials"]),
    ("Angry rebels and soldiers clashed.", "soldiers", 0, ["soldiers"]),
    ("The court met. The three-judge court left.", "court", 1, ["three-judge court"]),
    ("Democrats cheered. Two Democrats left.", "Democrats", 1, ["Two Democrats"]),
    # a pronoun looks at every mention before it, an object first at objects, and past strangers
    ("Jon Berg met Karl Ode. Ode left after his speech, in which he praised Peru.", "he", 0, ["Karl Ode"]),
    ("Jon Berg hired Karl Ode. The senate later confirmed him.", "him", 0, ["Karl Ode"]),
    ("Mary Berg lost a title on her marriage to a Dutch citizen. She thanked voters.", "She", 0, ["Mary Berg"]),
    ("Jon Berg spoke. For his part, the envoy, Karl Ode, said no.", "his", 0, ["Karl Ode"]),
    (
        "Jon Berg fell. It rained. Ships sank. Roads closed. Prices rose. His family said he slept.",
        "he",
        0,
        ["Jon Berg"],
    ),
    # two titles of one man; names that the parser cuts or passes over; an office that is only aimed at
    ("Unity Party leader and Prime Minister Jon Berg said he was ready.", "leader", 0, ["Jon Berg"]),
    ("Associates of Novak blamed Peru. Ada Novak slept.", "Novak", 0, ["Ada Novak"]),
    ("Karl Ode lost. Ode, responding to critics, wept.", "Ode", 1, ["Karl Ode"]),
    ("Ada May lost. Ministers objected to May's plan.", "May", 1, ["Ada May"]),
    ("Two Democratic Senators, Jon Berg and Ada Novak, voted no.", "Senators", 0, ["Jon Berg", "Ada Novak"]),
    ("The minister served as mayor. Rosa Vidal ran for president.", "president", 0, []),
    ("Envoys came at the invitation of the Government of Peru.", "Government", 0, ["Peru"]),
    # a ruler and a body that are named later
    ("The Queen opened it. Ministers waited for Queen Elizabeth II.", "Queen", 0, ["Queen Elizabeth II"]),
    ("Jon Berg was interviewed by police. Leeds Police said no.", "police", 0, ["Leeds Police"]),
    ("Voters sued the state of Ohio over the law.", "Ohio", 0, ["Ohio"]),
    # two people of one name
    ("John Berg met Mary Berg. Mary Berg smiled.", "Berg", 2, ["Mary Berg"]),
    # titles and appositions
    ("An adviser to President Rosa Vidal was jailed.", "adviser", 0, ["adviser"]),
    ("A rival party sued the Lime Party. Then another party left.", "party", 1, ["party"]),
    ("Anna Lind, the mayor of Oslo, spoke. The mayor left.", "mayor", 1, ["Anna Lind"]),
    ("The Chilean president, Rosa Vidal, spoke on Monday.", "president", 0, ["Rosa Vidal"]),
    ("Defence Secretary Mark Hale resigned. The defence minister had been ill.", "minister", 0, ["Mark Hale"]),
    ("A prize was named after Ivo Brandt. Rain fell. He was reported missing.", "He", 0, ["Ivo Brandt"]),
    ("Police identified the suspect as Peter Novak.", "suspect", 0, ["Peter Novak"]),
    ("Senators Ann Cole and Tom Reed voted no.", "Senators", 0, ["Ann Cole", "Tom Reed"]),
    # governments, countries, bodies
    ("Iran protested. Tehran recalled its envoy.", "Tehran", 0, ["Iran"]),
    ("The Polish government rejected the plan.", "government", 0, ["Poland"]),
    ("Oslo hailed Norway. The Merkel government refused.", "government", 0, ["Germany"]),
    ("The central government of Kenya fell.", "government", 0, ["Kenya"]),
    ("Kenya signed the accord. The country will send troops.", "country", 0, ["Kenya"]),
    ("Hamas rejected the offer. The movement called it a trick.", "movement", 0, ["Hamas"]),
    ("A Hamas delegation arrived. Hamas praised the talks.", "delegation", 0, ["Hamas delegation"]),
    ("The Houthis advanced. Houthi rebels took the port.", "rebels", 0, ["Houthis"]),
    ("Jon Berg of Peru met Chile. He said his country was ready.", "country", 0, ["Peru"]),
    ("Chile met Peru. In Lima, senators blamed the administration.", "administration", 0, ["Peru"]),
    ("Chile's unions marched in Lima, Peru. The unions said the government lied.", "government", 0, ["Chile"]),
    ("North Korea met China. Envoys said the North had to talk.", "North", 1, ["North Korea"]),
    ("Chile met China. Envoys said the North had to talk.", "North", 0, []),
    ("The Border Force left. Its men had been shot at.", "men", 0, ["Border Force"]),
    # people counted or told before
    ("Doctors down tools.\n\nSome 900 doctors left on Friday.", "doctors", 0, ["Doctors"]),
    (
        "Doctors down tools. Rain fell on Oslo. It snowed. It hailed. Poets sang. Police said 900 doctors left.",
        "doctors",
        0,
        ["900 doctors"],
    ),
    # several at once
    ("Iran and Oman held talks. Both sides praised the meeting.", "sides", 0, ["Iran", "Oman"]),
    # pronouns
    ("Ada Lind was held. A magistrate has ordered her held for 15 days.", "her", 0, ["Ada Lind"]),
    ("Three miners left. The Coast Front, which had snatched them, spoke.", "them", 0, ["Three miners"]),
    ("The association asked a court to order Chile to stop; it then left.", "it", 0, ["association"]),
    ("On Friday Novak left. Ada Novak slept.", "Novak", 0, ["Ada Novak"]),
    ("The guild wants the envoy gone. The envoy, Jon Berg, said no.", "envoy", 0, ["Jon Berg"]),
    ("Ada Lind spoke on Friday. The ex-mayor wept.", "mayor", 0, ["Ada Lind"]),
    ("Maria Lopez met Carl Stein. She thanked him.", "She", 0, ["Maria Lopez"]),
    ("Maria Lopez met Carl Stein. She thanked him.", "him", 0, ["Carl Stein"]),
    ("Egypt said its army was ready.", "its", 0, ["Egypt"]),
    ("Chad condemned Chinese tariffs on Peru and its bullying of Laos.", "its", 0, ["China"]),
    ("Kenya defended its borders and its army killed ten rebels.", "its", 1, ["Kenya"]),
    ("The protesters blocked the road. They burned tyres.", "They", 0, ["protesters"]),
    ("“I will not resign,” Maria Lopez said.", "I", 0, ["Maria Lopez"]),
    ("Jan Kos criticised Maria Lopez. “He is wrong,” she said.", "He", 0, ["Jan Kos"]),
]


@pytest.mark.parametrize(("text", "word", "occurrence", "names"), CASES)
def test_an_expression_means_its_actor(text: str, word: str, occurrence: int, names: list[str]) -> None:
    """Every way of pointing back leads to the actor named before."""
    assert meant(text, word, occurrence) == names


def test_a_speaker_without_a_title_is_who_the_titles_describe() -> None:
    """A report that names its speaker once and then calls him by his offices means one man."""
    text = (
        "Bakri met reporters and said that talks went well. The former trade minister added that the accord was near."
    )
    assert meant(text, "minister") == ["Bakri"]


def test_another_body_s_head_is_another_person() -> None:
    """A head of one body is not the deputy head of another."""
    text = "Omar Said, deputy head of the Nile Council, spoke. Later the head of the Delta Bank left."
    assert meant(text, "head", 1) != ["Omar Said"]


def test_a_plain_judge_may_be_named_by_the_next_sentence() -> None:
    """A report's first sentence may hold back the name."""
    text = "A federal judge blocked the rule on Friday. Judge Ellen Moore called it unlawful."
    assert meant(text, "judge") == ["Ellen Moore"]


def test_a_pronoun_before_its_noun_means_the_subject_to_come() -> None:
    """At the head of a report "his" may come before who is meant."""
    text = "Speaking on the sidelines of his meeting with Jane Fox, the Peruvian envoy praised the talks."
    assert meant(text, "his") == meant(text, "envoy")
