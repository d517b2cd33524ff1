//! The rules that a package must hold to, in French, each with what would be right: its own check speaks English.

use crate::data::problem::Rule;

/// What a rule asks for.
pub(super) fn in_french(rule: Rule) -> &'static str {
    match rule {
        Rule::Descriptor => {
            "datapackage.json doit être du JSON et donner title, version, created et reference_date ; complétez-le"
        }
        Rule::Resource => {
            "datapackage.json doit citer toutes les tables du paquet, et aucune autre ; corrigez resources"
        }
        Rule::MissingFile => "un fichier cité ici est absent ; ajoutez-le, ou ôtez-le de resources",
        Rule::Encoding => {
            "les fichiers d’un paquet sont en UTF-8 ; enregistrez celui-ci de nouveau, en UTF-8"
        }
        Rule::Separator => {
            "les cellules sont séparées par des virgules ; enregistrez le fichier en CSV à virgules"
        }
        Rule::MissingColumn => "il manque une colonne à cette table ; ajoutez-la, même vide",
        Rule::UnknownColumn => {
            "cette colonne n’est pas de cette table, ou y est deux fois ; renommez-la ou ôtez-la"
        }
        Rule::CellCount => "chaque ligne a autant de cellules que l’en-tête ; ajoutez ou ôtez des virgules",
        Rule::EmptyRow => "une ligne vide n’est pas admise ; ôtez-la",
        Rule::StraySpace => "une cellule ne commence ni ne finit par une espace ; ôtez celle qui s’y trouve",
        Rule::EmptyCell => "cette cellule doit être remplie",
        Rule::MissingTranslation => {
            "un texte est donné dans les deux langues, ou dans aucune ; ajoutez l’autre"
        }
        Rule::MissingSource => "ce qui affirme quelque chose dit d’où il le tient ; nommez une source",
        Rule::BadId => {
            "un identifiant s’écrit en minuscules sans accent, en chiffres et en traits d’union ; par exemple cloud-au-centre"
        }
        Rule::DuplicateId => "un identifiant ne désigne qu’un enregistrement ; changez l’un des deux",
        Rule::AliasTaken => "un ancien identifiant n’est celui d’aucun autre enregistrement ; ôtez-le",
        Rule::UnknownId => "cet identifiant n’existe pas ; corrigez-le ou ajoutez l’enregistrement",
        Rule::WrongTable => {
            "cet identifiant est celui d’une autre table ; nommez un enregistrement de la bonne"
        }
        Rule::BadList => "une liste s’écrit a;b;c, sans espace, sans vide et sans doublon",
        Rule::UnknownValue => "cette valeur n’est pas dans la liste admise ; prenez-en une de la liste",
        Rule::BadDate => "une date s’écrit 2021, 2021-05 ou 2021-05-12, une période 2021/2022 ; corrigez-la",
        Rule::ReversedInterval => "une période ne finit pas avant de commencer ; échangez ses bornes",
        Rule::RedundantDate => "la date dans la note n’est donnée que si elle diffère ; videz la cellule",
        Rule::BadAmount => "un montant s’écrit en euros entiers, en chiffres seuls ; par exemple 12000000",
        Rule::BadQuantity => {
            "une quantité s’écrit en chiffres, avec un point pour les décimales ; par exemple 12.5"
        }
        Rule::BadNumber => "un nombre s’écrit en chiffres seuls ; par exemple 12",
        Rule::OutOfRange => "ce nombre est hors des bornes ; corrigez-le",
        Rule::BadUrl => "une adresse commence par https:// ou http:// ; corrigez-la",
        Rule::BadNoteRef => "un renvoi aux faits de la note n’a pas la forme voulue ; corrigez-le",
        Rule::BadClaim => "une valeur d’un écart n’a pas la forme voulue ; corrigez-la",
        Rule::LoneClaim => "un écart oppose deux valeurs au moins ; ajoutez l’autre",
        Rule::ShownOutside => "la valeur affichée est l’une de celles de l’écart ; prenez-en une",
        Rule::Cycle => "une enveloppe ne peut être une partie d’elle-même ; corrigez parent",
        Rule::OtherScope => {
            "une enveloppe est du périmètre de celle qui la contient ; corrigez scope ou parent"
        }
        Rule::SplitOfAnother => {
            "une ventilation est celle de l’enveloppe qui contient ; corrigez split ou parent"
        }
        Rule::DefaultSplitNamed => "la ventilation par défaut se note par une cellule vide ; videz-la",
        Rule::DefaultSplit => "des ventilations d’une enveloppe, une et une seule est celle par défaut",
        Rule::PartsAboveWhole => "les parties d’une enveloppe ne la dépassent pas ; corrigez les montants",
        Rule::AttributedAboveAmount => {
            "ce qui est attribué ne dépasse pas l’enveloppe ; corrigez les montants"
        }
        Rule::PartOfEnvelope => {
            "une quantité prise sur une enveloppe est en millions d’euros et sans cible ; corrigez l’unité"
        }
    }
}
